package understudy.driver.pacemaker.packages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RpmVersionTest {
    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0, 0",
        "1.0, 1.0.1, -1",
        "2.0.1a, 2.0.1, 1",
        "5.5p10, 5.5p1, 1",
        "10xyz, 10.1xyz, -1",
        "xyz.4, 8, -1",
        "1.0~rc1, 1.0, -1",
        "1.0~rc1~git123, 1.0~rc1, -1",
        "1.0^, 1.0, 1",
        "1.0^git1, 1.01, -1",
        "1.0^20160101, 1.0.1, -1",
        "1.0~rc1^git1, 1.0~rc1, 1",
        "1_0, 1.0, 0",
        "1:1.0-1, 0:2.0-1, 1",
        "0:3.0.7-16.el9_2, 0:3.0.7-25.el9_3, -1",
    })
    void ordersAsRpmDoes(String left, String right, int order) {
        assertThat(Integer.signum(RpmVersion.compare(left, right))).isEqualTo(order);
        assertThat(Integer.signum(RpmVersion.compare(right, left))).isEqualTo(-order);
    }
}
