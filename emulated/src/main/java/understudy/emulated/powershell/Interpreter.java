package understudy.emulated.powershell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import understudy.emulated.powershell.Ast.Argument;
import understudy.emulated.powershell.Ast.Element;
import understudy.emulated.powershell.Ast.Expression;
import understudy.emulated.powershell.Ast.Statement;

/** Carries a script out, statement by statement. */
final class Interpreter {
    private static final Cmdlets.Declared NEW_OBJECT =
            new Cmdlets.Declared("New-Object", List.of("TypeName", "ArgumentList"), _ -> List.of());

    private final Host host;
    private final Evaluator evaluator;

    Interpreter(Host host) {
        this.host = host;
        this.evaluator = new Evaluator(this, host);
    }

    /** What the block writes, as one list. */
    List<Object> outputOf(Ast.Block block, Scope scope)
            throws PowerShellError, Signal, IOException, InterruptedException {
        List<Object> output = new ArrayList<>();
        run(block, scope, output);
        return output;
    }

    Object valueOf(Statement statement, Scope scope) throws PowerShellError, Signal, IOException, InterruptedException {
        // A lone expression keeps its list, even one of a single item; what a pipe carries is taken apart.
        if (statement instanceof Statement.Pipeline(List<Element> elements)
                && elements.size() == 1
                && elements.getFirst() instanceof Element.Value(Expression expression)) {
            return evaluator.value(expression, scope);
        }
        List<Object> output = new ArrayList<>();
        run(statement, scope, output);
        return Values.collapsed(output);
    }

    void run(Ast.Block block, Scope scope, List<Object> output)
            throws PowerShellError, Signal, IOException, InterruptedException {
        for (Statement statement : block.statements()) {
            if (statement instanceof Statement.Function function) {
                scope.define(function);
            }
        }
        try {
            for (Statement statement : block.statements()) {
                run(statement, scope, output);
            }
        } catch (PowerShellError error) {
            trapped(block, scope, output, error);
        }
    }

    /** A trap that does not leave the script lets the error go on, as {@code break} would: the scripts here always leave. */
    private void trapped(Ast.Block block, Scope scope, List<Object> output, PowerShellError error)
            throws PowerShellError, Signal, IOException, InterruptedException {
        for (Statement statement : block.statements()) {
            if (statement instanceof Statement.Trap(Ast.Block body)) {
                var inner = new Scope(scope);
                var exception = new Properties(error.sentence()).with("Message", error.sentence());
                inner.set("_", new Properties(error.sentence()).with("Exception", exception));
                run(body, inner, output);
            }
        }
        throw error;
    }

    private void run(Statement statement, Scope scope, List<Object> output)
            throws PowerShellError, Signal, IOException, InterruptedException {
        switch (statement) {
            case Statement.Pipeline(List<Element> elements) -> pipeline(elements, scope, output);
            case Statement.Assign(Expression target, String operator, Statement value) ->
                assign(target, operator, valueOf(value, scope), scope);
            case Statement.If(List<Ast.Branch> branches, var otherwise) -> {
                for (Ast.Branch branch : branches) {
                    if (Values.isTrue(valueOf(branch.condition(), scope))) {
                        run(branch.body(), scope, output);
                        return;
                    }
                }
                if (otherwise.isPresent()) {
                    run(otherwise.get(), scope, output);
                }
            }
            case Statement.Foreach(String variable, Statement source, Ast.Block body) -> {
                for (Object item : Values.items(valueOf(source, scope))) {
                    scope.set(variable, item);
                    run(body, scope, output);
                }
            }
            case Statement.While(Statement condition, Ast.Block body) -> {
                while (Values.isTrue(valueOf(condition, scope))) {
                    run(body, scope, output);
                }
            }
            case Statement.Function _, Statement.Trap _ -> {
                // Known since the block began.
            }
            case Statement.Return(var value) -> {
                if (value.isPresent()) {
                    run(value.get(), scope, output);
                }
                throw new Signal.Returned();
            }
            case Statement.Exit(var code) ->
                throw new Signal.Exited(code.isPresent() ? (int) Values.requireNumber(valueOf(code.get(), scope)) : 0);
            case Statement.Throw(Statement value) -> throw new PowerShellError(Values.text(valueOf(value, scope)));
        }
    }

    private void assign(Expression target, String operator, Object value, Scope scope)
            throws PowerShellError, Signal, IOException, InterruptedException {
        var assigned = operator.equals("+=") ? Evaluator.sum(evaluator.value(target, scope), value) : value;
        switch (target) {
            case Expression.Variable(String name) -> scope.set(name, assigned);
            case Expression.Index(Expression of, Expression at) -> {
                if (!(evaluator.value(of, scope) instanceof Map<?, ?> map)) {
                    throw new PowerShellError("Only an entry of a hashtable is assigned by an index here.");
                }
                @SuppressWarnings("unchecked")
                var table = (Map<String, Object>) map;
                table.put(Members.key(Values.text(evaluator.value(at, scope))), assigned);
            }
            default -> throw new PowerShellError("The left side of the assignment operator is not valid.");
        }
    }

    private void pipeline(List<Element> elements, Scope scope, List<Object> output)
            throws PowerShellError, Signal, IOException, InterruptedException {
        List<Object> carried = List.of();
        for (int at = 0; at < elements.size() - 1; at++) {
            carried = element(elements.get(at), carried, at > 0, scope);
        }
        boolean piped = elements.size() > 1;
        if (elements.getLast() instanceof Element.Command(Expression name, boolean dotted, List<Argument> _)
                && evaluator.value(name, scope) instanceof Evaluator.Code(Ast.Block block)) {
            // What a block writes is out at once, so that its end by an exit or an error does not take it back.
            called(block, dotted ? scope : new Scope(scope), output);
            return;
        }
        output.addAll(element(elements.getLast(), carried, piped, scope));
    }

    private List<Object> element(Element element, List<Object> input, boolean piped, Scope scope)
            throws PowerShellError, Signal, IOException, InterruptedException {
        return switch (element) {
            case Element.Value(Expression expression) -> Values.items(evaluator.value(expression, scope));
            case Element.Command(Expression name, boolean dotted, List<Argument> arguments) -> {
                var called = evaluator.value(name, scope);
                List<Cmdlets.Given> given = given(arguments, scope);
                if (called instanceof Evaluator.Code(Ast.Block block)) {
                    yield called(block, dotted ? scope : new Scope(scope));
                }
                yield command(Values.text(called), given, input, piped, scope);
            }
        };
    }

    private List<Cmdlets.Given> given(List<Argument> arguments, Scope scope)
            throws PowerShellError, Signal, IOException, InterruptedException {
        List<Cmdlets.Given> given = new ArrayList<>();
        for (Argument argument : arguments) {
            given.add(
                    switch (argument) {
                        case Argument.Positional(Expression value) ->
                            new Cmdlets.Given("", java.util.Optional.of(evaluator.value(value, scope)));
                        case Argument.Named(String name, var value) ->
                            new Cmdlets.Given(
                                    name,
                                    value.isPresent()
                                            ? java.util.Optional.of(evaluator.value(value.get(), scope))
                                            : java.util.Optional.empty());
                    });
        }
        return given;
    }

    private List<Object> command(String name, List<Cmdlets.Given> given, List<Object> input, boolean piped, Scope scope)
            throws PowerShellError, Signal, IOException, InterruptedException {
        var function = scope.function(name);
        if (function.isPresent()) {
            return function(function.get(), given, scope);
        }
        switch (name.toLowerCase(java.util.Locale.ROOT)) {
            case "where-object" -> {
                return filtered(given, input, scope, true);
            }
            case "foreach-object" -> {
                return filtered(given, input, scope, false);
            }
            case "out-null" -> {
                return List.of();
            }
            case "invoke-expression" -> {
                return called(Parser.parse(Values.text(given.getFirst().value().orElseThrow())), scope);
            }
            case "new-object" -> {
                var call = Cmdlets.bind(NEW_OBJECT, given, List.of());
                var type = call.text("TypeName");
                return List.of(host.create(
                                Statics.short_(type),
                                Values.items(call.value("ArgumentList").orElse(Values.NULL)))
                        .orElseThrow(() -> new PowerShellError("New-Object : Cannot find type [" + type + "].")));
            }
            default -> {
                // A cmdlet or a program, below.
            }
        }
        var cmdlet = host.cmdlets().find(name);
        if (cmdlet.isPresent()) {
            host.about(name);
            return cmdlet(cmdlet.get(), given, input, scope);
        }
        var program = host.program(name);
        if (program.isPresent()) {
            return program(name, program.get(), given, piped ? input : List.of(), scope);
        }
        throw new PowerShellError(
                "The term '" + name + "' is not recognized as a cmdlet, function, operable program, or script file.");
    }

    private List<Object> function(Statement.Function function, List<Cmdlets.Given> given, Scope scope)
            throws PowerShellError, Signal, IOException, InterruptedException {
        var inner = new Scope(scope);
        int at = 0;
        for (String parameter : function.parameters()) {
            inner.set(parameter, at < given.size() ? given.get(at).value().orElse(Values.NULL) : Values.NULL);
            at++;
        }
        return called(function.body(), inner);
    }

    private List<Object> called(Ast.Block block, Scope scope)
            throws PowerShellError, Signal, IOException, InterruptedException {
        List<Object> output = new ArrayList<>();
        called(block, scope, output);
        return output;
    }

    private void called(Ast.Block block, Scope scope, List<Object> output)
            throws PowerShellError, Signal, IOException, InterruptedException {
        try {
            run(block, scope, output);
        } catch (Signal.Returned _) {
            // What it returns is in its output.
        }
    }

    private List<Object> filtered(List<Cmdlets.Given> given, List<Object> input, Scope scope, boolean keeps)
            throws PowerShellError, Signal, IOException, InterruptedException {
        if (given.size() != 1 || !(given.getFirst().value().orElse("") instanceof Evaluator.Code(Ast.Block block))) {
            throw new PowerShellError("A script block is missing.");
        }
        List<Object> output = new ArrayList<>();
        for (Object item : input) {
            var inner = new Scope(scope);
            inner.set("_", item);
            var answer = called(block, inner);
            if (keeps && Values.isTrue(Values.collapsed(answer))) {
                output.add(item);
            } else if (!keeps) {
                output.addAll(answer);
            }
        }
        return output;
    }

    private static List<Object> cmdlet(
            Cmdlets.Declared cmdlet, List<Cmdlets.Given> given, List<Object> input, Scope scope)
            throws PowerShellError, IOException, InterruptedException {
        var call = Cmdlets.bind(cmdlet, given, input);
        try {
            return cmdlet.cmdlet().run(call);
        } catch (PowerShellError error) {
            boolean quiet = call.value("ErrorAction")
                    .map(Values::text)
                    .orElse(Values.text(scope.read("ErrorActionPreference")))
                    .equalsIgnoreCase("SilentlyContinue");
            if (quiet) {
                return List.of();
            }
            throw error;
        }
    }

    private List<Object> program(
            String name, Program program, List<Cmdlets.Given> given, List<Object> input, Scope scope)
            throws PowerShellError, IOException, InterruptedException {
        List<String> arguments = new ArrayList<>();
        for (Cmdlets.Given one : given) {
            // A list becomes as many words as it has items.
            if (one.name().isEmpty() && one.value().orElse("") instanceof List<?> words) {
                words.forEach(word -> arguments.add(Values.text(word)));
                continue;
            }
            var text = one.value().map(Values::text);
            arguments.add(
                    one.name().isEmpty()
                            ? text.orElse("")
                            : "-" + one.name() + text.map(value -> ":" + value).orElse(""));
        }
        host.about(name + " " + String.join(" ", arguments));
        var stdin = input.stream().map(Values::text).map(line -> line + "\r\n").collect(Collectors.joining());
        var output = new ByteArrayOutputStream();
        int exit = program.run(arguments, new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)), output);
        scope.setForAll("LASTEXITCODE", exit);
        return output.toString(StandardCharsets.UTF_8)
                .lines()
                .<Object>map(line -> line)
                .toList();
    }
}
