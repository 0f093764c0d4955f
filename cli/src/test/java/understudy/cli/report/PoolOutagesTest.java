package understudy.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import understudy.cli.report.SiteReport.MemberRow;
import understudy.core.model.GroupId;
import understudy.core.site.MemberName;
import understudy.core.site.MemberOutage;
import understudy.core.site.MemberState.Standing;
import understudy.core.site.SiteMember;
import understudy.core.site.SitePlan;
import understudy.core.site.Wave;

/** The outage of a pool is the time in which none of its members served. */
class PoolOutagesTest {
    @Test
    void isWhereAllOfThemWereAway() {
        assertThat(outage(List.of(out(0, 20)), List.of(out(5, 30)))).isEqualTo(Duration.ofMinutes(15));
        assertThat(outage(List.of(out(0, 5), out(10, 20)), List.of(out(4, 12)))).isEqualTo(Duration.ofMinutes(1 + 2));
        assertThat(outage(List.of(out(0, 5)), List.of(out(5, 9)))).isEqualTo(Duration.ZERO);
        assertThat(outage(List.of(out(0, 5)), List.of()))
                .as("one has served throughout")
                .isEqualTo(Duration.ZERO);
        assertThat(outage(List.of(out(0, 20), out(2, 4)), List.of(out(0, 30))))
                .as("two groups of one member")
                .isEqualTo(Duration.ofMinutes(20));
    }

    private static Duration outage(List<MemberOutage> one, List<MemberOutage> other) {
        List<SiteMember> members = Stream.of("web1", "web2")
                .map(name -> new SiteMember(new MemberName(name), Optional.of("balancer"), List.of()))
                .toList();
        Wave wave = new Wave("front", "front", members, 2, true, false, Duration.ZERO, 0);
        return PoolOutages.of(new SitePlan(List.of(wave), 0), List.of(row("web1", one), row("web2", other)))
                .getFirst()
                .outage();
    }

    private static MemberOutage out(int from, int until) {
        return new MemberOutage(new GroupId("web"), at(from), at(until));
    }

    private static Instant at(int minute) {
        return Instant.parse("2026-11-21T22:00:00Z").plus(Duration.ofMinutes(minute));
    }

    private static MemberRow row(String member, List<MemberOutage> measured) {
        return new MemberRow(
                member,
                "front",
                Optional.empty(),
                Standing.DONE,
                Optional.empty(),
                "",
                Optional.empty(),
                List.of(),
                measured,
                Duration.ZERO);
    }
}
