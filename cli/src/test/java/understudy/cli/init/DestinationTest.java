package understudy.cli.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
    @ParameterizedTest
    @CsvSource({
        "n1, me, n1, 22",
        "root@n1, root, n1, 22",
        "n1.example.org:2222, me, n1.example.org, 2222",
        "ssh://root@10.0.0.1:22022, root, 10.0.0.1, 22022",
        "[fd00::1]:2222, me, fd00::1, 2222",
        "fd00::1, me, fd00::1, 22"
    })
    void readsWhatSshTakes(String words, String user, String host, int port) {
        assertThat(read(words)).isEqualTo(new Destination(user, host, port));
    }

    @Test
    void anOptionBeatsTheWords() {
        assertThat(Destination.read("a@n1:1", Optional.of("b"), Optional.of(2), "me"))
                .isEqualTo(new Destination("b", "n1", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "-oProxyCommand=x", "n1;id", "n1:99999", "a@b@c", "n1/x", "$(id)"})
    void refusesWhatIsNoHost(String words) {
        assertThatThrownBy(() -> read(words)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNodesSiblingHasTheSameDomain() {
        assertThat(read("n1.example.org").sibling("n1", "n2")).contains("n2.example.org");
        assertThat(read("n1").sibling("n1", "n2")).contains("n2");
        assertThat(read("10.0.0.1").sibling("n1", "n2")).isEmpty();
    }

    private static Destination read(String words) {
        return Destination.read(words, Optional.empty(), Optional.empty(), "me");
    }
}
