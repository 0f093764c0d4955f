package understudy.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A command of this machine, run to its end, with all that it printed. */
record Shell(int exit, String output) {
    /** Seconds; what takes longer is ended and exits with 124. */
    private static final String LIMIT = "240";

    static Shell run(String... command) throws IOException, InterruptedException {
        return run(Map.of(), command);
    }

    /** With nothing in its environment but a path and these. */
    static Shell run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        List<String> bounded = new ArrayList<>(List.of("timeout", "--kill-after=5", LIMIT));
        bounded.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(bounded).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Shell(process.waitFor(), output);
    }

    /** The package that the build has just made. */
    static Path deb() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("target"), "understudy_*_all.deb")) {
            return files.iterator().next().toAbsolutePath();
        }
    }
}
