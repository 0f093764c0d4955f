package understudy.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import understudy.core.procedure.Procedure;
import understudy.core.procedure.ProcedureStep;
import understudy.core.procedure.ProcedureStep.Outage;
import understudy.core.procedure.Verb;
import understudy.documents.Document;
import understudy.documents.schema.SchemaCheck;

class ShippedTest {
    private static final Path FOLDER = Path.of("src/main/resources/understudy/procedures");

    @ParameterizedTest
    @MethodSource("ids")
    void everyShippedProcedureIsReadAndAgreesWithItsSchema(String id) throws Exception {
        Procedure procedure = Shipped.find(id).orElseThrow();
        String schema = Files.readString(Path.of("../docs/schema/procedure.schema.json"));

        assertThat(procedure.id()).isEqualTo(id);
        assertThat(new SchemaCheck(schema).problems(Document.parse(Path.of(id), Shipped.text(id))))
                .isEmpty();
    }

    @Test
    void everyFileInTheFolderIsListed() throws Exception {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<String> onDisk = files.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString().replace(".yaml", ""))
                    .toList();
            assertThat(Stream.concat(Shipped.ids().stream(), ShippedSites.ids().stream()))
                    .containsExactlyInAnyOrderElementsOf(onDisk);
        }
    }

    @Test
    void theServicePackOfASingleCopyClusterStopsMovesAndUpgradesInThatOrder() {
        Procedure procedure = Shipped.find("exchange-2007/scc-service-pack").orElseThrow();

        assertThat(procedure.versionFence()).isTrue();
        assertThat(procedure.handover().stream().map(ProcedureStep::outage))
                .containsExactly(Outage.NONE, Outage.BEGINS, Outage.INSIDE, Outage.ENDS);
        assertThat(procedure.node().stream().map(ProcedureStep::verb)).contains(new Verb.Restart(true));
    }

    static List<String> ids() {
        return Shipped.ids();
    }
}
