package understudy.emulated.powershell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import understudy.emulated.powershell.Ast.Expression;

/** Gives expressions their values. */
final class Evaluator {
    private final Interpreter interpreter;
    private final Host host;

    Evaluator(Interpreter interpreter, Host host) {
        this.interpreter = interpreter;
        this.host = host;
    }

    /** A block of script that has not been run yet, as a value. */
    record Code(Ast.Block block) implements PsObject {
        @Override
        public Object property(String name) {
            return Values.NULL;
        }
    }

    /** What {@code $ExecutionContext.InvokeCommand} is good for here. */
    private record InvokeCommand() implements PsObject {
        @Override
        public Object property(String name) {
            return name.equalsIgnoreCase("InvokeCommand") ? this : Values.NULL;
        }

        @Override
        public Object call(String method, List<Object> arguments) throws PowerShellError {
            return method.equalsIgnoreCase("NewScriptBlock")
                    ? new Code(Parser.parse(Values.text(arguments.getFirst())))
                    : PsObject.super.call(method, arguments);
        }
    }

    Object value(Expression expression, Scope scope) throws PowerShellError, Signal, IOException, InterruptedException {
        return switch (expression) {
            case Expression.Literal(Object value) -> value;
            case Expression.Expandable(List<Expression> parts) -> {
                var text = new StringBuilder();
                for (Expression part : parts) {
                    text.append(Values.text(value(part, scope)));
                }
                yield text.toString();
            }
            case Expression.Variable(String name) -> variable(name, scope);
            case Expression.Array(Ast.Block body) -> interpreter.outputOf(body, scope);
            case Expression.Hash(List<Ast.Pair> pairs) -> hash(pairs, scope);
            case Expression.Paren(Ast.Statement inner) -> interpreter.valueOf(inner, scope);
            case Expression.ScriptBlock(Ast.Block body) -> new Code(body);
            case Expression.Type(String name) -> throw new PowerShellError("The type [" + name + "] stands alone.");
            case Expression.Cast(String type, Expression inner) -> cast(type, value(inner, scope));
            case Expression.Member(Expression of, String name, boolean isStatic) ->
                isStatic ? ofClass(of, name, List.of()) : member(of, name, scope);
            case Expression.Call(Expression of, String name, boolean isStatic, List<Expression> arguments) -> {
                var values = values(arguments, scope);
                yield isStatic ? ofClass(of, name, values) : Members.call(value(of, scope), name, values);
            }
            case Expression.Index(Expression of, Expression at) -> Members.index(value(of, scope), value(at, scope));
            case Expression.Not(Expression inner) -> !Values.isTrue(value(inner, scope));
            case Expression.Negative(Expression inner) -> -Values.requireNumber(value(inner, scope));
            case Expression.Binary(String operator, Expression left, Expression right) ->
                binary(operator, left, right, scope);
            case Expression.Comma(List<Expression> items) -> values(items, scope);
        };
    }

    private List<Object> values(List<Expression> expressions, Scope scope)
            throws PowerShellError, Signal, IOException, InterruptedException {
        List<Object> values = new ArrayList<>();
        for (Expression expression : expressions) {
            values.add(value(expression, scope));
        }
        return values;
    }

    private Object variable(String name, Scope scope) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("env:")) {
            return host.environment(name.substring(4)).<Object>map(text -> text).orElse(Values.NULL);
        }
        return switch (lower) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> Values.NULL;
            case "pid" -> host.processId();
            case "executioncontext" -> new InvokeCommand();
            default -> scope.read(name);
        };
    }

    private Object hash(List<Ast.Pair> pairs, Scope scope)
            throws PowerShellError, Signal, IOException, InterruptedException {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Ast.Pair pair : pairs) {
            map.put(Members.key(Values.text(value(pair.key(), scope))), interpreter.valueOf(pair.value(), scope));
        }
        return map;
    }

    /** A property, or a static one of a class within a class, such as {@code [Console]::In}. */
    private Object member(Expression of, String name, Scope scope)
            throws PowerShellError, Signal, IOException, InterruptedException {
        return Members.property(value(of, scope), name);
    }

    private Object ofClass(Expression of, String name, List<Object> arguments)
            throws PowerShellError, IOException, InterruptedException {
        if (!(of instanceof Expression.Type(String type))) {
            throw new PowerShellError("Static members belong to a type.");
        }
        var known = Statics.call(type, name, arguments);
        var answer =
                known.isPresent() ? known : host.call(Statics.short_(type), name.toLowerCase(Locale.ROOT), arguments);
        return answer.orElseThrow(
                () -> new PowerShellError("Unable to find type [" + type + "] or its member " + name + "."));
    }

    private static Object cast(String type, Object value) throws PowerShellError {
        return switch (Statics.short_(type)) {
            case "int" -> Values.requireNumber(value);
            case "string" -> Values.text(value);
            case "char" -> String.valueOf((char) Values.requireNumber(value));
            case "void" -> Values.NULL;
            case "bool" -> Values.isTrue(value);
            default -> throw new PowerShellError("Unable to find type [" + type + "].");
        };
    }

    private Object binary(String operator, Expression leftSide, Expression rightSide, Scope scope)
            throws PowerShellError, Signal, IOException, InterruptedException {
        var left = value(leftSide, scope);
        if (operator.equals("-and")) {
            return Values.isTrue(left) && Values.isTrue(value(rightSide, scope));
        }
        if (operator.equals("-or")) {
            return Values.isTrue(left) || Values.isTrue(value(rightSide, scope));
        }
        var right = value(rightSide, scope);
        return switch (operator) {
            case "-eq" -> Values.isEqual(left, right);
            case "-ne" -> !Values.isEqual(left, right);
            case "-gt" -> Values.compare(left, right) > 0;
            case "-lt" -> Values.compare(left, right) < 0;
            case "-ge" -> Values.compare(left, right) >= 0;
            case "-le" -> Values.compare(left, right) <= 0;
            case "-like" -> Values.isLike(Values.text(left), Values.text(right));
            case "-match" -> pattern(right).matcher(Values.text(left)).find();
            case "-contains" -> Values.items(left).stream().anyMatch(one -> Values.isEqual(one, right));
            case "-notcontains" -> Values.items(left).stream().noneMatch(one -> Values.isEqual(one, right));
            case "+" -> sum(left, right);
            case "-" -> Values.requireNumber(left) - Values.requireNumber(right);
            case "*" -> Values.requireNumber(left) * Values.requireNumber(right);
            default -> throw new PowerShellError("The operator " + operator + " is not known.");
        };
    }

    static Object sum(Object left, Object right) throws PowerShellError {
        if (left instanceof Number) {
            return Values.requireNumber(left) + Values.requireNumber(right);
        }
        if (left instanceof List<?> list) {
            List<Object> all = new ArrayList<>(list);
            all.addAll(Values.items(right));
            return all;
        }
        return Values.text(left) + Values.text(right);
    }

    private static Pattern pattern(Object value) {
        return Pattern.compile(Values.text(value), Pattern.CASE_INSENSITIVE);
    }
}
