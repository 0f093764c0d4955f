package understudy.remote.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostPatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "n1 n1 true",
                "N1.Example n1.example true",
                "n1 n11 false",
                "n1,n2 n2 true",
                "*.example n1.example true",
                "*.example n1xexample false",
                "n? n1 true",
                "n? n12 false",
                "* [n1]:2222 true",
                "[n1]:2222 [n1]:2222 true",
                "[n1]:2222 n1 false",
                "n1 [n1]:2222 false",
                "*,!n1 n1 false",
                "*,!n1 n2 true",
                "!n1 n2 false",
                "2001:db8::1 2001:db8::1 true",
                "|1|AAAAAAAAAAAAAAAAAAAAAAAAAAA=|broken n1 false",
                "|1|nothing n1 false",
                "a.b a+b false"
            })
    void matchesAsOpenSshDoes(String field, String name, boolean expected) {
        assertThat(new HostPattern(field).matches(name)).isEqualTo(expected);
    }
}
