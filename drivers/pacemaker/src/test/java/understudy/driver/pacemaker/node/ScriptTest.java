package understudy.driver.pacemaker.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {
    @Test
    void theAuditKnowsItByItsNameAndTheDigestThatShipsAlthoughEachExchangeHasAWordOfItsOwn() {
        var one = Script.of(List.of("cluster", "look"), List.of()).command().input();
        var two = Script.of(List.of("cluster", "look"), List.of("n1")).command().input();

        assertThat(one.note().orElseThrow().name()).isEqualTo("cluster+look");
        assertThat(one.note()).isEqualTo(two.note());
        assertThat(one.note())
                .isNotEqualTo(Script.of(List.of("cluster", "await"), List.of())
                        .command()
                        .input()
                        .note());
    }
}
