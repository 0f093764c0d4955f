package understudy.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabSpecTest {
    private static final LabSpec LAB = LabSpec.named("lab").withDirectory(Path.of("/var/tmp/labs/lab"));

    @Test
    void aLabHasThreeNodesThatServeMailWithFencingUnlessToldOtherwise() {
        assertThat(LAB.shape()).isEqualTo(new LabShape(3, Service.MAIL, 1, true));
        assertThat(LAB.network()).isEqualTo(new LabNetwork("uslab", "10.77.0"));
    }

    @Test
    void nodesAndGroupsHaveAddressesInTheLabsOwnSubnet() {
        var spec = LAB.withShape(LabShape.standard().withNodes(2).withGroups(2))
                .withNetwork(new LabNetwork("other", "10.78.0"));

        assertThat(spec.nodes()).containsExactly(new LabNode(1, "10.78.0.11"), new LabNode(2, "10.78.0.12"));
        assertThat(spec.groups())
                .containsExactly(
                        new LabGroup(Service.MAIL, "10.78.0.100", "n1"),
                        new LabGroup(Service.NGINX, "10.78.0.101", "n2"));
        assertThat(spec.network().machine()).isEqualTo("10.78.0.254");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Lab", "1lab", "a-name-too-long", "lab;ls", "base"})
    void refusesNamesThatCannotBePartOfAnInterfacesName(String name) {
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> LabSpec.named(name))
                .withMessageContaining("cannot be a lab's name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8", "10.77", "10.77.0.1", "10.256.0", "172.32.0", "10.0.1 ", "10.077.0"})
    void refusesSubnetsThatAreNotPrivate(String subnet) {
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> new LabNetwork("bridge", subnet))
                .withMessageContaining("cannot be a lab's subnet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0", "10.255.9", "192.168.1", "172.16.0", "172.31.255"})
    void takesEveryPrivateSubnet(String subnet) {
        assertThat(new LabNetwork("bridge", subnet).cidr()).isEqualTo(subnet + ".0/24");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    void refusesFewerThanTwoAndMoreThanFiveNodes(int nodes) {
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> LabShape.standard().withNodes(nodes))
                .withMessage("A lab has 2 to 5 nodes, not " + nodes + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/lab", "/var/a b", "/var/x:y", "/var/lib/base"})
    void refusesFoldersThatAMountOptionCouldMisread(String folder) {
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> LAB.withDirectory(Path.of(folder)))
                .withMessageContaining("cannot be a lab's folder");
    }

    @Test
    void theFileInItsFolderTellsTheWholeSpecification() {
        var spec = LAB.withShape(new LabShape(4, Service.POSTGRESQL, 2, false))
                .withNetwork(new LabNetwork("br-two", "10.78.3"));

        assertThat(SpecFile.parse(SpecFile.render(spec), spec.directory())).isEqualTo(spec);
    }

    @Test
    void namesTheNodesThatThereAreWhenAskedForAnother() {
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> LAB.node("n4"))
                .withMessage("Lab lab has no node 'n4': it has n1 to n3.");
    }
}
