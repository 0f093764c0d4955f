package understudy.emulated.powershell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import understudy.emulated.powershell.Ast.Argument;
import understudy.emulated.powershell.Ast.Block;
import understudy.emulated.powershell.Ast.Branch;
import understudy.emulated.powershell.Ast.Element;
import understudy.emulated.powershell.Ast.Expression;
import understudy.emulated.powershell.Ast.Statement;

/** Reads statements, pipelines and commands. */
final class Parser {
    private static final int MOST_KEPT = 500;
    private static final Map<String, Block> READ = new ConcurrentHashMap<>();

    private static final String COMMAND_ENDS = "|;)}\n";
    private static final String WORD_ENDS = " \t\n;|(){}";

    private final Cursor cursor;
    private final ExpressionParser expressions;

    private Parser(Cursor cursor) {
        this.cursor = cursor;
        this.expressions = new ExpressionParser(cursor, this);
    }

    /** The script; one that was read before is not read again, because a run sends the same few all the time. */
    static Block parse(String text) throws PowerShellError {
        var known = READ.get(text);
        if (known != null) {
            return known;
        }
        var block = read(text);
        if (READ.size() < MOST_KEPT) {
            READ.put(text, block);
        }
        return block;
    }

    private static Block read(String text) throws PowerShellError {
        var parser = new Parser(new Cursor(text));
        var block = parser.statements();
        if (!parser.cursor.atEnd()) {
            throw parser.cursor.unexpected("Unexpected token");
        }
        return block;
    }

    private Block statements() throws PowerShellError {
        List<Statement> statements = new ArrayList<>();
        cursor.skip(true);
        while (!cursor.atEnd() && cursor.peek() != '}' && cursor.peek() != ')') {
            statements.add(statement());
            cursor.skip(true);
        }
        return new Block(statements);
    }

    Block braces() throws PowerShellError {
        cursor.skip(true);
        cursor.expect("{");
        var block = statements();
        cursor.expect("}");
        return block;
    }

    /** What stands between an opening bracket that has been read and its closing one. */
    Block rest(String closing) throws PowerShellError {
        var block = statements();
        cursor.expect(closing);
        return block;
    }

    Statement statement() throws PowerShellError {
        if (cursor.takeWord("if")) {
            return ifStatement();
        }
        if (cursor.takeWord("foreach")) {
            return foreach();
        }
        if (cursor.takeWord("while")) {
            return new Statement.While(inParens(), braces());
        }
        if (cursor.takeWord("function")) {
            return function();
        }
        if (cursor.takeWord("trap")) {
            return new Statement.Trap(braces());
        }
        if (cursor.takeWord("return")) {
            return new Statement.Return(perhaps());
        }
        if (cursor.takeWord("exit")) {
            return new Statement.Exit(perhaps());
        }
        if (cursor.takeWord("throw")) {
            cursor.skip(false);
            return new Statement.Throw(pipeline());
        }
        return pipeline();
    }

    private Statement ifStatement() throws PowerShellError {
        List<Branch> branches = new ArrayList<>();
        branches.add(new Branch(inParens(), braces()));
        while (true) {
            int before = cursor.position();
            cursor.skip(true);
            if (cursor.takeWord("elseif")) {
                branches.add(new Branch(inParens(), braces()));
            } else if (cursor.takeWord("else")) {
                return new Statement.If(branches, Optional.of(braces()));
            } else {
                cursor.back(before);
                return new Statement.If(branches, Optional.empty());
            }
        }
    }

    private Statement foreach() throws PowerShellError {
        cursor.skip(true);
        cursor.expect("(");
        cursor.skip(true);
        cursor.expect("$");
        var variable = expressions.name();
        cursor.skip(true);
        if (!cursor.takeWord("in")) {
            throw cursor.unexpected("Missing 'in'");
        }
        cursor.skip(true);
        var source = pipeline();
        cursor.skip(true);
        cursor.expect(")");
        return new Statement.Foreach(variable, source, braces());
    }

    private Statement function() throws PowerShellError {
        cursor.skip(false);
        var name = word();
        List<String> parameters = new ArrayList<>();
        cursor.skip(false);
        if (cursor.take("(")) {
            cursor.skip(true);
            while (!cursor.take(")")) {
                cursor.expect("$");
                parameters.add(expressions.name());
                cursor.skip(true);
                cursor.take(",");
                cursor.skip(true);
            }
        }
        return new Statement.Function(name, parameters, braces());
    }

    private Statement inParens() throws PowerShellError {
        cursor.skip(true);
        cursor.expect("(");
        cursor.skip(true);
        var inner = pipeline();
        cursor.skip(true);
        cursor.expect(")");
        return inner;
    }

    private Optional<Statement> perhaps() throws PowerShellError {
        cursor.skip(false);
        return cursor.atEnd() || COMMAND_ENDS.indexOf(cursor.peek()) >= 0 ? Optional.empty() : Optional.of(pipeline());
    }

    /** A pipeline or, where a variable and an equals sign stand first, an assignment. */
    Statement pipeline() throws PowerShellError {
        List<Element> elements = new ArrayList<>();
        if (isExpression()) {
            var expression = expressions.expression();
            cursor.skip(false);
            for (String operator : List.of("+=", "=")) {
                if (cursor.take(operator)) {
                    cursor.skip(true);
                    return new Statement.Assign(expression, operator, statement());
                }
            }
            elements.add(new Element.Value(expression));
        } else {
            elements.add(command());
        }
        cursor.skip(false);
        while (cursor.take("|")) {
            cursor.skip(true);
            elements.add(command());
            cursor.skip(false);
        }
        return new Statement.Pipeline(elements);
    }

    private boolean isExpression() {
        char c = cursor.peek();
        return "$'\"@([{!".indexOf(c) >= 0 || Character.isDigit(c) || (c == '-' && isOperatorAhead());
    }

    private boolean isOperatorAhead() {
        return cursor.looksAt("-not ") || cursor.looksAt("-not(") || Character.isDigit(cursor.peek(1));
    }

    private Element command() throws PowerShellError {
        boolean dotted = cursor.peek() == '.' && cursor.peek(1) == ' ';
        Expression name;
        if (dotted || cursor.peek() == '&') {
            cursor.next();
            cursor.skip(false);
            name = isExpression() ? expressions.primary() : new Expression.Literal(word());
        } else {
            name = new Expression.Literal(word());
        }
        List<Argument> arguments = new ArrayList<>();
        cursor.skip(false);
        while (!cursor.atEnd() && COMMAND_ENDS.indexOf(cursor.peek()) < 0) {
            if (!cursor.take("2>&1")) {
                arguments.add(argument());
            }
            cursor.skip(false);
        }
        return new Element.Command(name, dotted, arguments);
    }

    private Argument argument() throws PowerShellError {
        if (cursor.peek() == '-' && Character.isLetter(cursor.peek(1))) {
            cursor.next();
            var name = expressions.name();
            if (cursor.take(":")) {
                return new Argument.Named(name, Optional.of(value()));
            }
            return new Argument.Named(name, Optional.empty());
        }
        return new Argument.Positional(value());
    }

    /** A value or, with commas between them, several. */
    private Expression value() throws PowerShellError {
        List<Expression> items = new ArrayList<>();
        do {
            cursor.skip(false);
            items.add(isExpression() ? expressions.primary() : new Expression.Literal(word()));
        } while (cursor.take(","));
        return items.size() == 1 ? items.getFirst() : new Expression.Comma(items);
    }

    private String word() throws PowerShellError {
        var word = new StringBuilder();
        while (!cursor.atEnd() && WORD_ENDS.indexOf(cursor.peek()) < 0 && cursor.peek() != ',') {
            word.append(cursor.next());
        }
        if (word.isEmpty()) {
            throw cursor.unexpected("Unexpected token");
        }
        return word.toString();
    }
}
