package understudy.core.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import understudy.core.site.MemberState.Standing;

/** The table is a map like any other, and a change leaves the one before it as it was. */
class MemberTableTest {
    @Test
    void isTheMapItWasMadeOfWithOneRowChanged() {
        Map<MemberName, MemberState> plain = new LinkedHashMap<>();
        for (int member = 0; member < 200; member++) {
            plain.put(new MemberName("m" + member), MemberState.waiting(Instant.EPOCH));
        }
        MemberTable before = MemberTable.of(plain);
        MemberName changed = new MemberName("m130");
        MemberState done = MemberState.waiting(Instant.EPOCH).became(Standing.DONE, "So.", Instant.EPOCH);

        MemberTable after = before.with(changed, done);

        assertThat(before).containsExactlyEntriesOf(plain);
        plain.put(changed, done);
        assertThat(after).containsExactlyEntriesOf(plain).containsEntry(changed, done);
        assertThat(after.get(new MemberName("nobody"))).isNull();
        assertThat(after.mapped(state -> done).values()).allMatch(done::equals);
    }
}
