package understudy.driver.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every script that is sent is PowerShell by a grammar that nobody here wrote, and uses nothing but what the list of sourced uses allows. */
@Tag("windows")
@Timeout(300)
class ScriptsSentTest {
    private static final int LEAST_MUTATIONS = 20;

    @BeforeAll
    static void theGrammarIsThere() throws Exception {
        PowerShellGrammar.install();
    }

    @Test
    void everyScriptParsesAndUsesNothingThatTheListDoesNotAllow() throws Exception {
        var scripts = SentScripts.all();
        assertThat(scripts).hasSizeGreaterThan(15);
        Set<String> allowed = SentScripts.allowed();
        PowerShellGrammar.uses(scripts)
                .forEach((script, uses) ->
                        assertThat(uses).as(script).isNotEmpty().allMatch(allowed::contains));
    }

    @Test
    void theListAllowsNothingThatNoScriptUses() throws Exception {
        Set<String> used = new TreeSet<>();
        PowerShellGrammar.uses(SentScripts.all()).values().forEach(used::addAll);
        assertThat(SentScripts.allowed()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void everyNamedMutationIsComplainedOf() throws Exception {
        var mutations = Mutation.all();
        assertThat(mutations).hasSizeGreaterThanOrEqualTo(LEAST_MUTATIONS);
        Map<String, String> scripts = SentScripts.all();
        Set<String> allowed = SentScripts.allowed();
        Map<String, List<String>> uses = PowerShellGrammar.uses(Mutation.applied(mutations, scripts));
        for (Mutation mutation : mutations) {
            assertThat(uses.getOrDefault(mutation.name(), List.of()).stream().filter(use -> !allowed.contains(use)))
                    .as(mutation.name())
                    .anyMatch(use -> use.startsWith(mutation.complaint()));
        }
    }
}
