package understudy.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final String VIEW = """
            <pacemaker-result api-version="2.25" request="crm_mon -1 --output-as=xml">
              <summary><current_dc present="true" name="n1" id="1" with_quorum="true"/></summary>
              <nodes>
                <node name="n1" online="true" standby="false" maintenance="false" pending="false" unclean="false"/>
                <node name="n2" online="true" standby="true" maintenance="false" pending="true" unclean="false"/>
                <node name="n3" online="false" standby="false" maintenance="false" pending="false" unclean="true"/>
              </nodes>
              <resources>
                <group id="mail" number_resources="2">
                  <resource id="mail-store" role="Started" failed="false"><node name="n1" id="1"/></resource>
                  <resource id="mail-imap" role="%s" failed="false"><node name="n1" id="1"/></resource>
                </group>
              </resources>
              <status code="0" message="OK"/>
            </pacemaker-result>
            """;

    @Test
    void aPendingNodeIsNotTakenForOneInStandby() {
        assertThat(ClusterView.parse(VIEW.formatted("Started")).memberships())
                .containsEntry("n1", "online")
                .containsEntry("n2", "pending")
                .containsEntry("n3", "unclean");
    }

    @Test
    void aGroupHasAnOwnerOnlyWhenAllOfItRunsThere() {
        assertThat(ClusterView.parse(VIEW.formatted("Started")).owners()).containsEntry("mail", "n1");
        assertThat(ClusterView.parse(VIEW.formatted("Starting")).owners()).isEmpty();
    }

    @Test
    void aNodesAnswerMayNotBringADocumentType() {
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> Xml.parse("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"))
                .withMessageContaining("not XML");
    }

    @Test
    void takesTheMirrorsOfTheMachinesOwnRelease() {
        var targets = """
                http://mirror.test/debian/ trixie main
                http://mirror.test/other/ trixie contrib
                http://safe.test/security/ trixie-security main
                """;

        assertThat(PackageSources.parse(targets, "trixie"))
                .isEqualTo(new PackageSources("http://mirror.test/debian/", "http://safe.test/security/"));
    }

    @Test
    void saysWhichSourceTheMachineLacks() {
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> PackageSources.parse("http://mirror.test/debian/ bookworm main", "bookworm"))
                .withMessageContaining("'bookworm main' and 'bookworm-security main'");
    }

    @Test
    void readsACommandLine() {
        var line = LabCommandLine.parse(List.of(
                "up", "--name", "two", "--nodes", "2", "--service", "nginx", "--no-fencing", "--subnet", "10.78.0"));

        assertThat(line.spec().shape()).isEqualTo(new LabShape(2, Service.NGINX, 1, false));
        assertThat(line.spec().network()).isEqualTo(new LabNetwork("ustwo", "10.78.0"));
    }

    @Test
    void wordsAfterANodeBelongToTheNodesCommand() {
        assertThat(LabCommandLine.parse(List.of("ssh", "--name", "two", "n1", "ls", "--all"))
                        .rest())
                .containsExactly("n1", "ls", "--all");
    }

    @Test
    void refusesOptionsThatItDoesNotKnow() {
        assertThatExceptionOfType(LabCommandLine.Misuse.class)
                .isThrownBy(() -> LabCommandLine.parse(List.of("up", "--fast")));
    }

    @Test
    void everyFaultIsReadAsItIsWritten() {
        for (var fault : Fault.values()) {
            assertThat(Fault.parse(fault.word())).isEqualTo(fault);
        }
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> Fault.parse("earthquake"))
                .withMessageContaining("power-loss");
    }
}
