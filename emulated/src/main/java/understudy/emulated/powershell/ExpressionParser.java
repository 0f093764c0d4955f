package understudy.emulated.powershell;

import java.util.ArrayList;
import java.util.List;
import understudy.emulated.powershell.Ast.Expression;
import understudy.emulated.powershell.Ast.Pair;

/** Reads expressions, each kind of operator binding as tightly as PowerShell's does. */
final class ExpressionParser {
    /** From the loosest to the tightest. */
    private static final List<List<String>> LEVELS = List.of(
            List.of("-and", "-or"),
            List.of("-eq", "-ne", "-gt", "-lt", "-ge", "-le", "-like", "-match", "-contains", "-notcontains"),
            List.of("+", "-"),
            List.of("*"));

    private final Cursor cursor;
    private final Parser statements;

    ExpressionParser(Cursor cursor, Parser statements) {
        this.cursor = cursor;
        this.statements = statements;
    }

    Expression expression() throws PowerShellError {
        return binary(0);
    }

    private Expression binary(int level) throws PowerShellError {
        if (level == LEVELS.size()) {
            return comma();
        }
        var left = binary(level + 1);
        while (true) {
            cursor.skip(false);
            var operator = operator(LEVELS.get(level));
            if (operator.isEmpty()) {
                return left;
            }
            cursor.skip(true);
            left = new Expression.Binary(operator, left, binary(level + 1));
        }
    }

    private String operator(List<String> operators) {
        for (String operator : operators) {
            boolean isWord = operator.length() > 1;
            if (isWord ? cursor.takeWord(operator) : isSign(operator) && cursor.take(operator)) {
                return operator;
            }
        }
        return "";
    }

    /** A sign, and neither an assignment nor the beginning of an operator that is a word. */
    private boolean isSign(String operator) {
        return cursor.looksAt(operator) && cursor.peek(1) != '=' && !Character.isLetter(cursor.peek(1));
    }

    private Expression comma() throws PowerShellError {
        var first = unary();
        cursor.skip(false);
        if (cursor.peek() != ',') {
            return first;
        }
        List<Expression> items = new ArrayList<>(List.of(first));
        while (cursor.take(",")) {
            cursor.skip(true);
            items.add(unary());
            cursor.skip(false);
        }
        return new Expression.Comma(items);
    }

    private Expression unary() throws PowerShellError {
        if (cursor.takeWord("-not") || cursor.take("!")) {
            cursor.skip(false);
            return new Expression.Not(unary());
        }
        if (cursor.peek() == '-' && Character.isDigit(cursor.peek(1))) {
            cursor.next();
            return new Expression.Negative(unary());
        }
        return primary();
    }

    Expression primary() throws PowerShellError {
        var value = atom();
        while (true) {
            if (cursor.peek() == '[') {
                cursor.next();
                cursor.skip(true);
                var at = expression();
                cursor.skip(true);
                cursor.expect("]");
                value = new Expression.Index(value, at);
            } else if (cursor.looksAt("::")) {
                cursor.take("::");
                value = member(value, true);
            } else if (cursor.peek() == '.' && Character.isLetter(cursor.peek(1))) {
                cursor.next();
                value = member(value, false);
            } else {
                return value;
            }
        }
    }

    private Expression member(Expression of, boolean isStatic) throws PowerShellError {
        var name = name();
        if (!cursor.take("(")) {
            return new Expression.Member(of, name, isStatic);
        }
        List<Expression> arguments = new ArrayList<>();
        cursor.skip(true);
        while (!cursor.take(")")) {
            arguments.add(argument());
            cursor.skip(true);
            cursor.take(",");
            cursor.skip(true);
        }
        return new Expression.Call(of, name, isStatic, arguments);
    }

    /** An argument of a method: commas part them, so that none is a list. */
    private Expression argument() throws PowerShellError {
        var left = unary();
        while (true) {
            cursor.skip(false);
            var operator = operator(List.of("+", "-", "*"));
            if (operator.isEmpty()) {
                return left;
            }
            cursor.skip(true);
            left = new Expression.Binary(operator, left, unary());
        }
    }

    private Expression atom() throws PowerShellError {
        char c = cursor.peek();
        if (c == '$') {
            cursor.next();
            if (cursor.take("(")) {
                return new Expression.Array(statements.rest(")"));
            }
            return new Expression.Variable(variable());
        }
        if (c == '\'') {
            return new Expression.Literal(singleQuoted());
        }
        if (c == '"') {
            return doubleQuoted();
        }
        if (Character.isDigit(c)) {
            return new Expression.Literal(number());
        }
        if (cursor.take("@(")) {
            return new Expression.Array(statements.rest(")"));
        }
        if (cursor.take("@{")) {
            return hash();
        }
        if (cursor.take("(")) {
            cursor.skip(true);
            var inner = statements.statement();
            cursor.skip(true);
            cursor.expect(")");
            return new Expression.Paren(inner);
        }
        if (c == '{') {
            return new Expression.ScriptBlock(statements.braces());
        }
        if (cursor.take("[")) {
            return type();
        }
        throw cursor.unexpected("Unexpected token");
    }

    private Expression type() throws PowerShellError {
        var name = new StringBuilder();
        while (cursor.peek() != ']' && !cursor.atEnd()) {
            name.append(cursor.next());
        }
        cursor.expect("]");
        return cursor.looksAt("::")
                ? new Expression.Type(name.toString())
                : new Expression.Cast(name.toString(), unary());
    }

    private Expression hash() throws PowerShellError {
        List<Pair> pairs = new ArrayList<>();
        cursor.skip(true);
        while (!cursor.take("}")) {
            var key = cursor.peek() == '\'' || cursor.peek() == '$' ? primary() : new Expression.Literal(name());
            cursor.skip(false);
            cursor.expect("=");
            cursor.skip(true);
            pairs.add(new Pair(key, statements.statement()));
            cursor.skip(true);
        }
        return new Expression.Hash(pairs);
    }

    private String variable() throws PowerShellError {
        if (cursor.peek() == '_') {
            cursor.next();
            return "_";
        }
        var name = name();
        return cursor.peek() == ':' && Character.isLetter(cursor.peek(1)) && cursor.take(":")
                ? name + ":" + name()
                : name;
    }

    String name() throws PowerShellError {
        var name = new StringBuilder();
        while (Character.isLetterOrDigit(cursor.peek()) || cursor.peek() == '_') {
            name.append(cursor.next());
        }
        if (name.isEmpty()) {
            throw cursor.unexpected("A name is missing");
        }
        return name.toString();
    }

    private Integer number() {
        int value = 0;
        while (Character.isDigit(cursor.peek())) {
            value = value * 10 + (cursor.next() - '0');
        }
        return value;
    }

    private String singleQuoted() throws PowerShellError {
        cursor.next();
        var text = new StringBuilder();
        while (!cursor.atEnd()) {
            char c = cursor.next();
            if (c != '\'') {
                text.append(c);
            } else if (cursor.peek() == '\'') {
                text.append(cursor.next());
            } else {
                return text.toString();
            }
        }
        throw cursor.unexpected("The string is missing the terminator: '");
    }

    private Expression doubleQuoted() throws PowerShellError {
        cursor.next();
        List<Expression> parts = new ArrayList<>();
        var text = new StringBuilder();
        while (!cursor.atEnd()) {
            char c = cursor.next();
            if (c == '"') {
                parts.add(new Expression.Literal(text.toString()));
                return parts.size() == 1 ? parts.getFirst() : new Expression.Expandable(List.copyOf(parts));
            }
            if (c == '`' && !cursor.atEnd()) {
                text.append(escaped(cursor.next()));
            } else if (c == '$'
                    && (Character.isLetter(cursor.peek()) || cursor.peek() == '_' || cursor.peek() == '(')) {
                parts.add(new Expression.Literal(text.toString()));
                text.setLength(0);
                parts.add(
                        cursor.take("(")
                                ? new Expression.Array(statements.rest(")"))
                                : new Expression.Variable(variable()));
            } else {
                text.append(c);
            }
        }
        throw cursor.unexpected("The string is missing the terminator: \"");
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case '0' -> '\0';
            default -> c;
        };
    }
}
