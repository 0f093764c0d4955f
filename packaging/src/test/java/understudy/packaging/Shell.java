package understudy.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command of this machine, run to its end, with all that it printed. */
record Shell(int exit, String output) {
    static Shell run(String... command) throws IOException, InterruptedException {
        return run(Map.of(), command);
    }

    /** With nothing in its environment but a path and these. */
    static Shell run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Arrays.asList(command)).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new IOException(List.of(command) + " has not ended after two minutes");
        }
        return new Shell(process.exitValue(), output);
    }

    /** The package that the build has just made. */
    static Path deb() throws IOException {
        try (var files = java.nio.file.Files.newDirectoryStream(Path.of("target"), "understudy_*_all.deb")) {
            return files.iterator().next().toAbsolutePath();
        }
    }
}
