package understudy.emulated.powershell;

import java.util.List;
import java.util.Optional;

/** What a script is made of, once it has been read. */
final class Ast {
    private Ast() {}

    /** Statements in order. */
    record Block(List<Statement> statements) {
        Block {
            statements = List.copyOf(statements);
        }
    }

    /** What stands on a line of its own. */
    sealed interface Statement {
        record Pipeline(List<Element> elements) implements Statement {}

        record Assign(Expression target, String operator, Statement value) implements Statement {}

        record If(List<Branch> branches, Optional<Block> otherwise) implements Statement {}

        record Foreach(String variable, Statement source, Block body) implements Statement {}

        record While(Statement condition, Block body) implements Statement {}

        record Function(String name, List<String> parameters, Block body) implements Statement {}

        record Trap(Block body) implements Statement {}

        record Return(Optional<Statement> value) implements Statement {}

        record Exit(Optional<Statement> code) implements Statement {}

        record Throw(Statement value) implements Statement {}
    }

    record Branch(Statement condition, Block body) {}

    /** One end of a pipe: an expression, or a command with its arguments. */
    sealed interface Element {
        record Value(Expression expression) implements Element {}

        /** @param dotted called with {@code .}, in the caller's own scope */
        record Command(Expression name, boolean dotted, List<Argument> arguments) implements Element {}
    }

    /** An argument of a command as it is written; which value belongs to which parameter is the command's to say. */
    sealed interface Argument {
        record Positional(Expression value) implements Argument {}

        record Named(String name, Optional<Expression> value) implements Argument {}
    }

    /** What has a value. */
    sealed interface Expression {
        record Literal(Object value) implements Expression {}

        /** A text in double quotes, its variables not yet put in. */
        record Expandable(List<Expression> parts) implements Expression {}

        record Variable(String name) implements Expression {}

        record Array(Block body) implements Expression {}

        record Hash(List<Pair> pairs) implements Expression {}

        record Paren(Statement inner) implements Expression {}

        record ScriptBlock(Block body) implements Expression {}

        record Type(String name) implements Expression {}

        record Cast(String type, Expression value) implements Expression {}

        record Member(Expression of, String name, boolean isStatic) implements Expression {}

        record Call(Expression of, String name, boolean isStatic, List<Expression> arguments) implements Expression {}

        record Index(Expression of, Expression at) implements Expression {}

        record Not(Expression value) implements Expression {}

        record Negative(Expression value) implements Expression {}

        record Binary(String operator, Expression left, Expression right) implements Expression {}

        record Comma(List<Expression> items) implements Expression {}
    }

    record Pair(Expression key, Statement value) {}
}
