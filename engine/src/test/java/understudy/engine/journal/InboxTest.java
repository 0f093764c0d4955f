package understudy.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.core.model.RunId;

final class InboxTest {
    private static final RunId RUN = new RunId("r1");
    private static final MemberId MAIL = new MemberId("mail");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void givesEachEntryOnceInTheOrderOfPosting() {
        try (StateStore store = StateStore.open(folder)) {
            store.post(entry("z", RUN));
            store.post(entry("a", RUN));
            store.post(entry("other", new RunId("r2")));
            assertThat(store.take(RUN)).containsExactly(entry("z", RUN), entry("a", RUN));
            assertThat(store.take(RUN)).isEmpty();
        }
    }

    @Test
    void anEntryPostedTwiceCountsOnceEvenAfterItWasTaken() {
        try (StateStore store = StateStore.open(folder)) {
            assertThat(store.post(entry("a", RUN))).isTrue();
            assertThat(store.post(entry("a", RUN))).isFalse();
            assertThat(store.take(RUN)).hasSize(1);
            assertThat(store.post(entry("a", RUN))).isFalse();
            assertThat(store.waiting(RUN)).isEmpty();
        }
    }

    @Test
    void anEntryIsTakenTogetherWithTheEventsThatAnswerIt() {
        try (StateStore store = StateStore.open(folder)) {
            assertThat(store.hold(RUN)).isInstanceOf(Hold.Holder.class);
            store.post(entry("a", RUN));
            store.post(entry("b", RUN));
            assertThat(store.waiting(RUN)).containsExactly(entry("a", RUN), entry("b", RUN));
            store.append(RUN, MAIL, List.of("approved"), List.of("a"));
            assertThat(store.waiting(RUN)).containsExactly(entry("b", RUN));
        }
    }

    @Test
    void ringsWhenAnotherProcessPosts() {
        AtomicInteger rings = new AtomicInteger();
        try (StateStore ours = StateStore.open(folder);
                StateStore theirs = StateStore.open(folder);
                StateStore.Watching watching = ours.watch(RUN, rings::incrementAndGet)) {
            assertThat(watching).isNotNull();
            theirs.post(entry("for-another", new RunId("r2")));
            theirs.post(entry("a", RUN));
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> rings.get() > 0);
            assertThat(ours.take(RUN)).containsExactly(entry("a", RUN));
        }
    }

    @Test
    void ringsForWhatHasWaitedSinceBeforeTheWatch() {
        AtomicInteger rings = new AtomicInteger();
        try (StateStore store = StateStore.open(folder)) {
            store.post(entry("a", RUN));
            try (StateStore.Watching watching = store.watch(RUN, rings::incrementAndGet)) {
                assertThat(watching).isNotNull();
                Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> rings.get() > 0);
            }
        }
    }

    private static InboxEntry entry(String id, RunId run) {
        return new InboxEntry(id, run, MAIL, "approve", "{\"step\":\"s1\"}", "ann", NOON);
    }
}
