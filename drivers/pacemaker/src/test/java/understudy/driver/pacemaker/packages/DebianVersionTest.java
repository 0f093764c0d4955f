package understudy.driver.pacemaker.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DebianVersionTest {
    @ParameterizedTest
    @CsvSource({
        "1.0-1, 1.0-1, 0",
        "1:2.3.19.1+dfsg1-2.1+deb12u6, 1:2.3.19.1+dfsg1-2.1+deb12u7, -1",
        "3.0.20-1~deb12u1, 3.0.22-1~deb12u1, -1",
        "1.0~rc1-1, 1.0-1, -1",
        "2:0.1, 1:9.9, 1",
        "1.10, 1.9, 1",
        "1.0a, 1.0+, -1",
        "1.0, 1.0-0, 0",
        "001.1, 1.01, 0",
        "9.2p1-2+deb12u9, 9.2p1-2+deb12u10, -1",
    })
    void ordersAsDpkgDoes(String left, String right, int order) {
        assertThat(Integer.signum(DebianVersion.compare(left, right))).isEqualTo(order);
        assertThat(Integer.signum(DebianVersion.compare(right, left))).isEqualTo(-order);
    }

    @Test
    void agreesWithDpkgItself() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dpkg")), "dpkg is not installed here");
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            var left = version(random);
            var right = version(random);
            int order = Integer.signum(DebianVersion.compare(left, right));
            var word = order < 0 ? "lt" : order > 0 ? "gt" : "eq";
            int exit = new ProcessBuilder("/usr/bin/dpkg", "--compare-versions", left, word, right)
                    .start()
                    .waitFor();
            assertThat(exit).as("seed %d: %s %s %s", seed, left, word, right).isZero();
        }
    }

    private static String version(Random random) {
        var alphabet = "019~+.aZ-";
        var text = new StringBuilder(random.nextBoolean() ? "1:1" : "1");
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.append("0").toString();
    }
}
