package understudy.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.cli.report.Sitting;

class TimeAxisTest {
    private static final Instant TEN = Instant.parse("2026-01-03T22:00:07Z");

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.3S", "PT7S", "PT1M", "PT11M40S", "PT3H", "PT9H", "PT30H", "P4D"})
    void aRunOfAnyLengthHasTicksThatHaveRoom(String length) {
        TimeAxis axis = new TimeAxis(List.of(new Sitting(TEN, TEN.plus(Duration.parse(length)))));
        assertThat(axis.ticks(ZoneOffset.UTC)).hasSizeLessThanOrEqualTo(13);
        assertThat(axis.ticks(ZoneOffset.UTC))
                .allSatisfy(tick -> assertThat(tick.position()).isBetween(0.0, 100.0));
    }

    @Test
    void ticksAreRoundByTheClockOfTheZone() {
        ZoneId kolkata = ZoneId.of("Asia/Kolkata");
        TimeAxis axis = new TimeAxis(List.of(new Sitting(TEN, TEN.plus(Duration.ofHours(5)))));
        assertThat(axis.ticks(kolkata))
                .extracting(tick -> new Clock(kolkata).minute(tick.at()))
                .startsWith("04:00", "04:30", "05:00", "05:30")
                .endsWith("08:00", "08:30");
    }

    @Test
    void aNightsBreakTakesNoMoreRoomThanAShortOne() {
        Sitting first = new Sitting(TEN, TEN.plusSeconds(600));
        Sitting second = new Sitting(
                TEN.plus(Duration.ofHours(20)), TEN.plus(Duration.ofHours(20)).plusSeconds(600));
        TimeAxis axis = new TimeAxis(List.of(first, second));
        assertThat(axis.breaks()).singleElement().satisfies(pause -> {
            assertThat(pause.from()).isCloseTo(48, within(0.001));
            assertThat(pause.to()).isCloseTo(52, within(0.001));
            assertThat(pause.length()).isEqualTo(Duration.ofHours(20).minusSeconds(600));
        });
        assertThat(axis.position(second.until())).isCloseTo(100, within(0.001));
    }

    @Test
    void whatLiesOutsideTheRunIsDrawnAtItsEdge() {
        TimeAxis axis = new TimeAxis(List.of(new Sitting(TEN, TEN.plusSeconds(60))));
        assertThat(axis.position(TEN.minusSeconds(5))).isZero();
        assertThat(axis.position(TEN.plusSeconds(65))).isEqualTo(100);
    }
}
