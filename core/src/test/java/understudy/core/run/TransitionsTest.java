package understudy.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every event of a run, in its place and out of place. */
class TransitionsTest {
    @Test
    void anEventInItsPlaceCountsAndOutOfPlaceItChangesNothing() {
        for (Transition transition : Transition.all()) {
            State after = RunMachine.apply(transition.before(), transition.event());

            assertThat(!after.equals(transition.before()))
                    .as(transition.event().getClass().getSimpleName() + " " + transition.where())
                    .isEqualTo(transition.counts());
        }
    }

    @Test
    void everyKindOfEventIsVisitedBothWays() {
        assertThat(visited(true)).isEqualTo(kinds());
        assertThat(visited(false)).isEqualTo(kinds());
    }

    @Test
    void nothingCountsBeforeTheRunIsOpen() {
        for (Transition transition : Transition.all()) {
            if (!(transition.event() instanceof Event.RunOpened)) {
                assertThat(RunMachine.apply(State.empty(), transition.event())).isEqualTo(State.empty());
            }
        }
    }

    private static Set<String> visited(boolean counts) {
        return Transition.all().stream()
                .filter(transition -> transition.counts() == counts)
                .map(transition -> transition.event().getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> kinds() {
        return kinds(Event.class).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(TransitionsTest::kinds)
                : Stream.of(type.getSimpleName());
    }
}
