package understudy.documents;

import java.nio.file.Path;
import java.util.List;

/** Says where a secret is to be found, so that no file of ours ever holds one. */
public sealed interface SecretReference {

    /** {@code env:NAME}: the value of a variable of our environment. */
    record FromEnvironment(String variable) implements SecretReference {
        public FromEnvironment {
            if (!variable.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw new IllegalArgumentException("\"env:\" wants the name of an environment variable after it");
            }
        }
    }

    /** {@code file:PATH}: the first line of a file, relative to the document's folder. */
    record FromFile(Path file) implements SecretReference {}

    /** {@code command:PROGRAM ARGUMENT ...}: the first line that a program prints; the words are split at spaces, and no shell reads them. */
    record FromCommand(List<String> words) implements SecretReference {
        public FromCommand {
            words = List.copyOf(words);
            if (words.isEmpty()) {
                throw new IllegalArgumentException("\"command:\" wants a program after it");
            }
        }
    }

    /** Reads a reference that stands in {@code document}. */
    static SecretReference read(Scalar scalar, Path document) {
        String text = scalar.text();
        int colon = text.indexOf(':');
        String target = text.substring(colon + 1).strip();
        String place = target.isEmpty() ? "" : text.substring(0, Math.max(colon, 0));
        return switch (place) {
            case "env" -> new FromEnvironment(target);
            case "file" -> new FromFile(document.resolveSibling(target).normalize());
            case "command" -> new FromCommand(List.of(target.split("\\s+")));
            // The text may be the secret itself, so it is not repeated.
            default ->
                throw new IllegalArgumentException(
                        "secrets do not stand in files: write where it is, as env:NAME, file:PATH or command:PROGRAM");
        };
    }
}
