package understudy.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewsTest {
    @Test
    void noColorIsRespectedWhereItIsSetToAnything() {
        assertThat(Views.coloured(Map.of())).isTrue();
        assertThat(Views.coloured(Map.of("NO_COLOR", ""))).isTrue();
        assertThat(Views.coloured(Map.of("NO_COLOR", "1"))).isFalse();
        assertThat(Views.coloured(Map.of("NO_COLOR", "0"))).isFalse();
    }
}
