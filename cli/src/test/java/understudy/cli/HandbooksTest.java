package understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import understudy.cli.wiring.Assignment;
import understudy.cli.wiring.Assignments;
import understudy.cli.wiring.Member;
import understudy.cli.wiring.Platforms;
import understudy.cli.wiring.Preparation;
import understudy.core.model.ActionId;
import understudy.core.model.RunId;
import understudy.core.planning.Planning;
import understudy.core.planning.Step;
import understudy.driver.pacemaker.act.ManualSteps;
import understudy.engine.ports.Handbook;

/** Every step of every plan of the shipped scenarios can be done by a person. */
class HandbooksTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("understudy.cli.GoldenPlansTest#scenarios")
    void everyStepOfAPlanHasACommandOrAnInstruction(String name) throws IOException {
        Path inventory = folder.resolve("inventory.yaml");
        Files.writeString(inventory, """
                format: 1
                clusters:
                  simulated:
                    platform: simulated
                    scenario: %s
                """.formatted(
                        Path.of("../scenarios").toAbsolutePath().normalize().resolve(name + ".yaml")));
        Assignment assignment =
                Assignments.read(new Assignment.Words(inventory, "simulated", Optional.empty(), Optional.empty()));
        try (Member member = Platforms.open(assignment.cluster())) {
            Preparation prepared = Preparation.of(assignment, member);
            for (Handbook hand : List.of(member.driver().handbook(), new ManualSteps(Map.of()))) {
                assertThat(steps(prepared.planning())).allSatisfy(step -> {
                    assertThat(hand.step(step, prepared.targets())).isNotEmpty();
                    assertThat(hand.underWay(new ActionId(new RunId("night"), step.id(), 1), step))
                            .isNotEmpty();
                });
            }
        }
    }

    private static List<Step> steps(Planning planning) {
        return planning instanceof Planning.Planned planned ? planned.plan().steps() : List.of();
    }
}
