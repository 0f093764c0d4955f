package understudy.engine.probes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswersInOrderTest {
    @Test
    void holdsLaterAnswersBackUntilTheEarlierOneIsKnown() {
        AnswersInOrder order = new AnswersInOrder();
        assertThat(order.settled(1, Optional.of(answer(1)))).isEmpty();
        assertThat(order.settled(2, Optional.empty())).isEmpty();
        assertThat(order.settled(3, Optional.of(answer(3)))).isEmpty();
        assertThat(order.settled(0, Optional.of(answer(0)))).containsExactly(answer(0), answer(1), answer(3));
        assertThat(order.settled(4, Optional.of(answer(4)))).containsExactly(answer(4));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyOrderOfArrivalComesOutInTheOrderOfTheQuestions(long seed) {
        Random random = new Random(seed);
        List<Integer> arrivals = new ArrayList<>(IntStream.range(0, 200).boxed().toList());
        Collections.shuffle(arrivals, random);
        AnswersInOrder order = new AnswersInOrder();
        List<ProbeAnswer> out = new ArrayList<>();
        arrivals.forEach(number -> out.addAll(order.settled(number, Optional.of(answer(number)))));
        assertThat(out)
                .as("seed " + seed)
                .containsExactlyElementsOf(IntStream.range(0, 200)
                        .mapToObj(AnswersInOrderTest::answer)
                        .toList());
    }

    private static ProbeAnswer answer(int number) {
        return new ProbeAnswer(0, Instant.ofEpochMilli(number), new Answer.Good());
    }
}
