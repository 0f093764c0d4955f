package understudy.documents.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import understudy.documents.schema.SchemaCheck;

class RecordCodecTest {
    private final RecordCodec codec = new RecordCodec();

    record NodeName(String value) {
        NodeName {
            if (value.isBlank()) {
                throw new IllegalArgumentException("a node has a name");
            }
        }
    }

    enum Colour {
        RED,
        GREEN
    }

    sealed interface Seen<T> {
        record Known<T>(T value) implements Seen<T> {}

        record Unknown<T>(String reason) implements Seen<T> {}
    }

    sealed interface Event {
        record Started(Instant at, Duration limit, List<Step> steps) implements Event {}

        record Paused(String by) implements Event {}

        record Nothing() implements Event {}

        sealed interface Outcome extends Event {
            record Done(Seen<Colour> colour, Seen<Integer> count) implements Outcome {}

            record Failed(Optional<String> reason, Optional<NodeName> node) implements Outcome {}
        }
    }

    record Step(
            String id,
            NodeName node,
            SequencedMap<NodeName, Colour> colours,
            List<Step> inner,
            double share,
            long size,
            boolean last) {}

    record Everything(List<Event> events, Map<Colour, List<NodeName>> byColour) {}

    record Later(String id, int added, Optional<String> note) {}

    record WithSet(Set<String> names) {}

    record WithMap(Map<String, Integer> counts) {}

    record WithObject(Object anything) {}

    sealed interface Ambiguous {
        record Typed(int type, int other) implements Ambiguous {}
    }

    @Test
    void readsBackWhatItWrote() {
        assertThat(codec.read(Everything.class, codec.write(Everything.class, everything())))
                .isEqualTo(everything());
        assertThat(codec.read(Everything.class, codec.writeIndented(Everything.class, everything())))
                .isEqualTo(everything());
    }

    @Test
    void writesTheGoldenFileByteForByte() throws IOException {
        assertThat(codec.write(Everything.class, everything()) + "\n").isEqualTo(resource("golden.json"));
    }

    @Test
    void publishesASchemaThatAgreesWithWhatItWrites() {
        SchemaCheck schema = new SchemaCheck(codec.schema(Everything.class));
        String good = codec.write(Everything.class, everything());
        assertThat(schema.problemsOfJson(good)).isEmpty();
        assertThat(schema.problemsOfJson(good.replace("\"by\":\"me\"", "\"by\":7")))
                .isNotEmpty();
        assertThat(schema.problemsOfJson(good.replace("\"Nothing\"", "\"Something\"")))
                .isNotEmpty();
        assertThat(schema.problemsOfJson(good.replace("{\"RED\":", "{\"BLUE\":")))
                .isNotEmpty();
        assertThat(schema.problemsOfJson(good.replace("\"size\":-1", "\"length\":-1")))
                .isNotEmpty();
    }

    @Test
    void writesASchemaThatPeopleCanRead() {
        assertThat(codec.schema(Later.class).lines().map(String::strip))
                .containsExactly("""
                {
                "$schema" : "https://json-schema.org/draft/2020-12/schema",
                "$ref" : "#/$defs/RecordCodecTest.Later",
                "$defs" : {
                "RecordCodecTest.Later" : {
                "type" : "object",
                "properties" : {
                "id" : {
                "type" : "string"
                },
                "added" : {
                "type" : "integer"
                },
                "note" : {
                "type" : "string"
                }
                },
                "required" : [
                "id",
                "added"
                ],
                "additionalProperties" : false
                }
                }
                }
                """.lines().toArray(String[]::new));
    }

    @Test
    void namesTheRecordWhereASealedTypeIsAskedFor() {
        assertThat(codec.write(Event.class, new Event.Paused("me"))).isEqualTo("{\"type\":\"Paused\",\"by\":\"me\"}");
        assertThat(codec.write(Event.class, new Event.Nothing())).isEqualTo("{\"type\":\"Nothing\"}");
        assertThat(codec.write(Event.Paused.class, new Event.Paused("me"))).isEqualTo("\"me\"");
    }

    @Test
    void indentsForPeople() {
        assertThat(codec.writeIndented(Later.class, new Later("a", 1, Optional.empty())))
                .isEqualTo("{\n  \"id\" : \"a\",\n  \"added\" : 1\n}");
    }

    @Test
    void readsWhatAnOlderReleaseWroteByTheDefault() {
        assertThat(codec.withDefault(Later.class, "added", 7).read(Later.class, "{\"id\":\"a\"}"))
                .isEqualTo(new Later("a", 7, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"added":1}                               | $: the component "id" of Later is missing
            {"id":"a","added":1,"more":2}             | $.more: Later has no such component
            {"id":"a","id":"b","added":1}             | $.id: the component stands here a second time
            {"id":"a","added":"1"}                    | $.added: VALUE_NUMBER_INT is wanted here, not VALUE_STRING
            {"id":"a","added":1.5}                    | $.added: VALUE_NUMBER_INT is wanted here, not VALUE_NUMBER_FLOAT
            {"id":"a","added":1,"note":null}          | $.note: VALUE_STRING is wanted here, not VALUE_NULL
            {"id":"a","added":1} 2                    | $: something follows the value: VALUE_NUMBER_INT
            []                                        | $: START_OBJECT is wanted here, not START_ARRAY
            ''                                        | $: the text is empty
            """)
    void refusesWhatDoesNotFitTheRecord(String text, String message) {
        assertThatThrownBy(() -> codec.read(Later.class, text))
                .isInstanceOf(BrokenJson.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "{\"id\":\"a\"",
        "{'id':1}",
        "{\"id\":\"a\",\"added\":99999999999}",
        "{\"id\":\"a\",\"added\":1e400}",
        "nonsense",
        "{\"added\":NaN}"
    })
    void refusesWhatIsNotJson(String text) {
        assertThatThrownBy(() -> codec.read(Later.class, text)).isInstanceOf(BrokenJson.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"Stopped"}                        | $.type: no Event is named "Stopped"
            {"by":"me","type":"Paused"}               | $: a Event begins with its "type"
            {}                                        | $: a Event begins with its "type"
            {"type":"Failed","node":" "}              | $.node: a node has a name
            {"type":"Done","colour":{"type":"Known","value":"BLUE"},"count":{"type":"Known","value":1}} | $.colour.value: "BLUE" is none of the names of Colour
            {"type":"Started","at":"soon","limit":"PT1S","steps":[]} | $.at: Text 'soon' could not be parsed at index 0
            """)
    void refusesWhatDoesNotFitTheSealedType(String text, String message) {
        assertThatThrownBy(() -> codec.read(Event.class, text))
                .isInstanceOf(BrokenJson.class)
                .hasMessage(message);
    }

    @Test
    void refusesInputThatIsNestedTooDeep() {
        String inner = "{\"id\":\"a\",\"node\":\"n\",\"colours\":{},\"share\":1,\"size\":1,\"last\":true,\"inner\":[";
        assertThatThrownBy(() -> codec.read(Step.class, inner.repeat(5_000)))
                .isInstanceOf(BrokenJson.class)
                .hasMessageContaining("depth");
    }

    @Test
    void refusesTypesWithoutAnOrderOrAForm() {
        assertThatThrownBy(() -> codec.write(WithSet.class, new WithSet(Set.of())))
                .hasMessage("java.util.Set has no form in JSON: use a List, whose order is the same in every process");
        assertThatThrownBy(() -> codec.write(WithObject.class, new WithObject("x")))
                .hasMessageStartingWith("java.lang.Object has no form in JSON");
        assertThatThrownBy(() -> codec.write(Ambiguous.class, new Ambiguous.Typed(1, 2)))
                .hasMessageContaining("may not have a component \"type\"");
    }

    @Test
    void refusesAMapWhoseOrderDiffersBetweenProcesses() {
        assertThatThrownBy(() -> codec.write(WithMap.class, new WithMap(Map.of("a", 1, "b", 2))))
                .hasMessage("$.counts: the order of this map differs from one process to the next: use a SequencedMap");
    }

    @Test
    void refusesNumbersThatJsonDoesNotHave() {
        Step step = new Step("a", new NodeName("n"), new LinkedHashMap<>(), List.of(), Double.NaN, 1, true);
        assertThatThrownBy(() -> codec.write(Step.class, step)).hasMessage("$.share: NaN has no form in JSON");
    }

    private static Everything everything() {
        SequencedMap<NodeName, Colour> colours = new LinkedHashMap<>();
        colours.put(new NodeName("zeta"), Colour.GREEN);
        colours.put(new NodeName("alpha"), Colour.RED);
        Step leaf = new Step("leaf", new NodeName("n2"), new LinkedHashMap<>(), List.of(), 1.0, Long.MAX_VALUE, true);
        Step step = new Step(
                "a/\"ü\" \u2028",
                new NodeName("n1"),
                Collections.unmodifiableSequencedMap(colours),
                List.of(leaf),
                0.1,
                -1,
                false);
        return new Everything(
                List.of(
                        new Event.Started(
                                Instant.parse("2026-11-20T22:00:00.5Z"), Duration.ofSeconds(90), List.of(step)),
                        new Event.Paused("me"),
                        new Event.Nothing(),
                        new Event.Outcome.Done(new Seen.Known<>(Colour.RED), new Seen.Unknown<>("not asked")),
                        new Event.Outcome.Failed(Optional.of("full"), Optional.empty()),
                        new Event.Outcome.Failed(Optional.empty(), Optional.of(new NodeName("n3")))),
                Map.of(Colour.RED, List.of(new NodeName("n1"), new NodeName("n2"))));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(RecordCodecTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
