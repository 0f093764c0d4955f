package understudy.driver.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.emulated.windows.EmulatedNode;
import understudy.emulated.world.SingleCopyCluster;
import understudy.emulated.world.Timing;
import understudy.emulated.world.World;
import understudy.remote.windows.PowerShellScript;
import understudy.remote.windows.WindowsNode;

/** Whatever a value holds, it reaches the script as it is, and nothing of it is carried out. */
class ValuesAreDataTest {
    private final World world = SingleCopyCluster.of(2, Timing.usual(), 1000);
    private final WindowsNode node = new WindowsNode(
            "NODEA",
            () -> new EmulatedShell(new EmulatedNode(world, world.node("NODEA").orElseThrow(), Map.of())));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; Stop-Service MOM; '",
                "\"; Stop-Service MOM; \"",
                "$(Stop-Service MOM)",
                "`\nStop-Service MOM\n",
                "script=U3RvcC1TZXJ2aWNlIE1PTQ==",
                "\nscript=U3RvcC1TZXJ2aWNlIE1PTQ==\n",
                "') | Invoke-Expression",
                "& shutdown.exe -r -f -t 0 &",
                "",
                "%COMSPEC% ^| \u0000 \u20ac \ud83d\ude00"
            })
    void aValueIsNothingButData(String value) {
        var script = new PowerShellScript("echo", "Say 'echo' $v['value']");
        var reply = node.run(script, Map.of("value", value), Duration.ofSeconds(10));
        assertThat(reply)
                .isInstanceOfSatisfying(
                        WindowsNode.Reply.Heard.class,
                        heard -> assertThat(heard.said().first("echo")).contains(value));
        assertThat(world.journal()).isEmpty();
    }

    @Test
    void theCommandLineIsTheSameForEveryScriptAndFitsIntoCmd() {
        assertThat(String.join(" ", PowerShellScript.arguments())).hasSizeLessThan(8191);
    }

    @Test
    void anErrorOfAScriptIsItsSentence() {
        var reply = node.run(new PowerShellScript("bad", "Get-Item 'C:\\nowhere'"), Map.of(), Duration.ofSeconds(10));
        assertThat(reply).isInstanceOfSatisfying(WindowsNode.Reply.Heard.class, heard -> {
            assertThat(heard.said().succeeded()).isFalse();
            assertThat(heard.said().error()).contains("Cannot find path 'C:\\nowhere'");
        });
    }
}
