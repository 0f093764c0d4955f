package understudy.core.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SamePlanTest {
    private static final int SEEDS = 300;

    @Test
    void theSameInputGivesTheSamePlanByteForByteInAnotherProcess() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process other = new ProcessBuilder(List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SamePlanTest.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String digest = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(digest).isEqualTo(digest()).hasSize(64);
    }

    /** Prints the digest of every plan's whole text. */
    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        System.out.println(digest());
    }

    private static String digest() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (long seed = 0; seed < SEEDS; seed++) {
            String text = PlanText.whole(Planner.plan(RandomClusters.small(seed)));
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        digest.update(
                PlanText.whole(Planner.plan(LargeClusters.oneSpare(16, 64))).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }
}
