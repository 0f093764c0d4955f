package understudy.driver.exchange.classic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.emulated.classic.ManagementHost;
import understudy.emulated.classic.OldTiming;
import understudy.emulated.classic.OldWorld;
import understudy.emulated.classic.OldWorlds;
import understudy.emulated.classic.Product;
import understudy.emulated.world.SteppingClock;
import understudy.remote.shell.CmdQuoting;

/** A value in a line for cmd.exe arrives as it is, or the line is refused; it never becomes a second command, a variable or another argument. */
class BreakOutTest {
    private static final String KEY = "HKLM\\SOFTWARE\\Try";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "",
                "two words",
                " blanks around ",
                "a&shutdown.exe -r -f -m \\\\NODEA -t 0",
                "a|reg.exe delete",
                "a>b<c",
                "a^&b",
                "(a) (b)",
                "a;b,c=d",
                "it's",
                "ends in a backslash\\",
                "two \\\\",
                "C:\\Program Files\\Exchsrvr\\",
                "/f",
                "äöü",
                "tab\there",
                "a\"b",
                "\" & shutdown.exe -r -f -m \\\\NODEA -t 0 & \"",
                "\\\" & reg.exe delete & \\\"",
                "%OS%",
                "50%",
                "%PATH:~0,1%",
                "!OS!",
                "a\nshutdown.exe -r -f -m \\\\NODEA -t 0",
                "a\r\nb",
                "a\u0000b"
            })
    void arrivesAsItIsOrIsRefused(String value) throws Exception {
        assertThat(arrived(value)).isIn(Optional.of(value), Optional.empty());
    }

    @Test
    void whatCannotBeWrittenIsRefusedAndNothingElseIs() throws Exception {
        assertThat(arrived("a&b|c^d<e>f (g)")).contains("a&b|c^d<e>f (g)");
        for (String refused : List.of("a\"b", "%OS%", "!x!", "a\nb", "a\rb", "a\u0000b", "a\tb")) {
            assertThat(arrived(refused)).as(refused).isEmpty();
        }
    }

    @Test
    void neitherDoRandomMixturesOfWhatCmdKnows() throws Exception {
        long seed = 19_961_201;
        var random = new Random(seed);
        var pieces = List.of(
                "\"", "&", "|", "^", "%OS%", "%", "!", "\\", " ", "x", "<", ">", "(", ")", "'", ",", ";", "=", "/f",
                "\n");
        for (int at = 0; at < 3_000; at++) {
            var text = new StringBuilder();
            for (int piece = random.nextInt(9); piece >= 0; piece--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            assertThat(arrived(text.toString()))
                    .as("seed " + seed + ": " + text)
                    .isIn(Optional.of(text.toString()), Optional.empty());
        }
    }

    /** What stands in the registry after it was written there; empty where the line was refused. */
    private static Optional<String> arrived(String value) throws Exception {
        try (var clock = new SteppingClock(Instant.EPOCH)) {
            var world = OldWorlds.cluster(Product.EXCHANGE_2003, 2, 1, OldTiming.usual(), clock);
            String line;
            try {
                line = CmdQuoting.line(List.of("reg.exe", "add", "\\\\NODEA\\" + KEY, "/v", "Name", "/d", value, "/f"));
            } catch (IllegalArgumentException refused) {
                return Optional.empty();
            }
            int exit = run(world, line);
            assertThat(exit).as(line).isZero();
            assertThat(world.journal()).as(line).isEmpty();
            assertThat(world.node("NODEA").orElseThrow().registry().names(KEY)).containsExactly("Name");
            return world.node("NODEA").orElseThrow().registry().value(KEY, "Name");
        }
    }

    private static int run(OldWorld world, String line) throws Exception {
        return new ManagementHost(world, Map.of())
                .run(
                        "exadmin",
                        line,
                        new ByteArrayInputStream(new byte[0]),
                        new ByteArrayOutputStream(),
                        new ByteArrayOutputStream());
    }
}
