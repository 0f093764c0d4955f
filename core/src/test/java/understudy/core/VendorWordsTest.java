package understudy.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VendorWordsTest {
    private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])");

    /** An example of a name in a docstring may be a vendor's: it is quoted as code there. */
    private static final Pattern QUOTED = Pattern.compile("\\{@code [^}]*}");

    @Test
    void theCoreKnowsNoWordThatOnlyAVendorKnows() throws IOException {
        assertThat(vendorWordsUnder(Path.of("src/main/java"))).isEmpty();
    }

    @Test
    void theEngineKnowsNoWordThatOnlyAVendorKnows() throws IOException {
        assertThat(vendorWordsUnder(Path.of("../engine/src/main/java"))).isEmpty();
    }

    private static List<String> vendorWordsUnder(Path root) throws IOException {
        List<String> words = words();
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                String text = QUOTED.matcher(Files.readString(file)).replaceAll("");
                Matcher matcher = WORD.matcher(text);
                while (matcher.find()) {
                    if (words.contains(matcher.group().toLowerCase(Locale.ROOT))) {
                        found.add(file.getFileName() + ": " + matcher.group());
                    }
                }
            }
        }
        return found;
    }

    private static List<String> words() throws IOException {
        try (InputStream list = VendorWordsTest.class.getResourceAsStream("/understudy/core/vendor-words.txt")) {
            if (list == null) {
                throw new IOException("vendor-words.txt is not on the test's class path");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
