package understudy.driver.exchange;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** tree-sitter's grammar of PowerShell, from PyPI, in an environment of its own; where it cannot be had the tests are skipped and say so. */
final class PowerShellGrammar {
    private static final Path PYTHON = Path.of("target", "powershell-grammar", "bin", "python");
    private static final List<String> PACKAGES = List.of("tree-sitter==0.25.2", "tree-sitter-powershell==0.26.4");
    private static final Path SCRIPT = Path.of("src/test/resources/understudy/driver/exchange/powershell_uses.py");

    private PowerShellGrammar() {}

    static void install() throws Exception {
        boolean there = Files.exists(PYTHON) || ends(List.of("python3", "-m", "venv", "target/powershell-grammar"));
        List<String> pip = new ArrayList<>(List.of(PYTHON.toString(), "-m", "pip", "install", "--quiet"));
        pip.addAll(PACKAGES);
        assumeTrue(there && ends(pip), "The grammar " + PACKAGES + " could not be installed: nothing was parsed.");
    }

    private static boolean ends(List<String> command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command).inheritIO().start();
            return process.waitFor(200, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    /** What each script uses, by its name; an error of the grammar is a use that begins with {@code error}. */
    static SequencedMap<String, List<String>> uses(Map<String, String> scripts) throws Exception {
        var input = Files.writeString(
                PYTHON.resolveSibling("scripts.txt"),
                scripts.entrySet().stream()
                        .map(script -> script.getKey() + "\t" + encoded(script.getValue()) + "\n")
                        .collect(Collectors.joining()));
        var process = new ProcessBuilder(PYTHON.toString(), SCRIPT.toString())
                .redirectInput(input.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        SequencedMap<String, List<String>> uses = new LinkedHashMap<>();
        for (String line : process.inputReader(StandardCharsets.UTF_8).readAllLines()) {
            var words = line.split("\t", 2);
            uses.computeIfAbsent(words[0], _ -> new ArrayList<>()).add(words[1]);
        }
        if (process.waitFor() != 0 || !uses.keySet().equals(scripts.keySet())) {
            throw new AssertionError("The grammar did not read every script: " + uses.keySet());
        }
        return uses;
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
