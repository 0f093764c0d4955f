package understudy.driver.bigfix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The analysis that an administrator imports once, by which agents report what a cluster looks like. */
public final class Analysis {
    private Analysis() {}

    /** Its document, for the console's import. */
    public static String document() {
        try (InputStream file = Analysis.class.getResourceAsStream("analysis.bes")) {
            if (file == null) {
                throw new IllegalStateException("the analysis is missing in this release");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
