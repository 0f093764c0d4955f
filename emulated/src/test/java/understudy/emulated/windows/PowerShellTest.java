package understudy.emulated.windows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PowerShellTest {
    private final TestingNode node = new TestingNode("NODEA");

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "'it''s $x' => it's $x",
                "$x = 'a'; \"[$x] $($x + 'b') `$x\" => [a] ab $x",
                "'a,b'.Split(',')[1] => b",
                "@('a', 'b').Count => 2",
                "1 + 2 * 3 => 7",
                "'10' -eq 10 => True",
                "'A' -eq 'a' -and -not ('a' -eq 'b') => True",
                "if ('x' -eq 'y') { 'no' } elseif ('x' -like 'X*') { 'yes' } else { 'never' } => yes",
                "foreach ($i in 'a', 'b') { if ($i -eq 'b') { \"last $i\" } } => last b",
                "function Twice($a) { $a + $a }; Twice 'ab' => abab",
                "$h = @{}; $h['A'] = 'v'; $h['a'] => v",
                "$n = 0; while ($n -lt 3) { $n += 1 }; $n => 3",
                "'b', 'a' | Where-Object { $_ -eq 'a' } | ForEach-Object { $_ + '!' } => a!",
                "trap { 'caught ' + $_.Exception.Message; exit 3 } throw 'it' => caught it",
                ". ($ExecutionContext.InvokeCommand.NewScriptBlock(\"'heard'; exit 3\")) => heard",
                "(Get-Service -Name MOM).Status => Running",
            })
    void meansWhatPowerShellMeans(String script, String output) throws Exception {
        assertThat(node.script(script).output().strip()).isEqualTo(output);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Get-Mailbox",
                "Get-ClusteredMailboxServerStatus -Identity EXCLUS1",
                "Stop-Service MOM -Sideways",
                "Get-WmiObject -Class Win32_Nothing",
                "[Diagnostics.Process]::Start('x')",
                "& 'C:\\nowhere.exe'",
                "if ('a' { }",
                "'no end"
            })
    void whatItDoesNotKnowIsAnErrorAndChangesNothing(String script) throws Exception {
        var answer = node.script(script);
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.error()).isNotBlank();
        assertThat(node.world.journal()).isEmpty();
    }

    @Test
    void aCmdletThatWouldAskIsRefusedWithoutAPerson() throws Exception {
        var answer = node.script("Add-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin;"
                + " Stop-ClusteredMailboxServer EXCLUS1 -StopReason 'why'");
        assertThat(answer.error()).contains("NonInteractive");
        assertThat(node.world.journal()).isEmpty();
    }

    @Test
    void aProgramThatIsNotThereIsWhatCmdSays() throws Exception {
        assertThat(node.run("rm -rf /").exit()).isEqualTo(9009);
        assertThat(node.run("'powershell' -NoProfile").exit()).isEqualTo(9009);
    }
}
