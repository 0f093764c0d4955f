package understudy.packaging;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;
import understudy.cli.Main;

/** Writes the manual pages and the completion scripts into a folder: {@code Companions FOLDER}, called by the build. */
public final class Companions {
    private Companions() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Files.writeString(folder.resolve("understudy.bash"), output("completion", "bash"));
        Files.writeString(folder.resolve("_understudy"), output("completion", "zsh"));
        Path sources = Files.createDirectories(folder.resolve("asciidoc"));
        int code = ManPageGenerator.generateManPage(
                sources.toFile(),
                null,
                new boolean[0],
                false,
                Main.commandLine().getCommandSpec());
        if (code != 0) {
            throw new IllegalStateException("picocli's generator of manual pages ended with " + code + ".");
        }
        pages(sources, Files.createDirectories(folder.resolve("man")));
    }

    private static void pages(Path sources, Path pages) throws IOException {
        Options options = Options.builder()
                .backend("manpage")
                .safe(SafeMode.UNSAFE)
                .toDir(pages.toFile())
                .build();
        try (Asciidoctor asciidoctor = Asciidoctor.Factory.create();
                Stream<Path> files = Files.list(sources)) {
            List<Path> sorted = files.sorted().toList();
            sorted.forEach(file -> asciidoctor.convertFile(file.toFile(), options));
        }
    }

    private static String output(String... arguments) {
        StringWriter text = new StringWriter();
        CommandLine program = Main.commandLine().setOut(new PrintWriter(text));
        int code = program.execute(arguments);
        if (code != 0) {
            throw new IllegalStateException("understudy " + String.join(" ", arguments) + " ended with " + code + ".");
        }
        return text.toString();
    }
}
