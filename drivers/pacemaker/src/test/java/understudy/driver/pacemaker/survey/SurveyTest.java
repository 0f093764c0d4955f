package understudy.driver.pacemaker.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.driver.pacemaker.NodeAccess;
import understudy.driver.pacemaker.TestingShell;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.driver.pacemaker.observe.Recorded;
import understudy.driver.pacemaker.survey.GroupGuess.ProbeGuess;
import understudy.driver.pacemaker.survey.Survey.Surveyed;
import understudy.remote.Answer;

/** What is concluded from the recorded cluster, and from the same with one thing changed. */
class SurveyTest {
    private static final String MON = Recorded.text("healthy.xml");
    private static final String CIB = Recorded.text("cib.xml");
    private static final String NODELIST = """
            nodelist.node.0.name (str) = n1
            nodelist.node.0.nodeid (u32) = 1
            nodelist.node.0.ring0_addr (str) = 10.77.0.11
            nodelist.node.1.nodeid (u32) = 2
            nodelist.node.1.ring0_addr (str) = 10.77.0.12
            nodelist.node.1.ring1_addr (str) = 10.78.0.12
            nodelist.node.2.name (str) = n3
            nodelist.node.2.ring0_addr (str) = -oProxyCommand=touch
            """;

    @Test
    void readsNodesWithTheirAddressesAndGroupsWithTheirGuesses() {
        var survey = survey(MON, CIB);

        assertThat(survey.name()).contains("lab");
        assertThat(survey.asked()).isEqualTo(new NodeId("n1"));
        assertThat(survey.nodes())
                .containsExactly(
                        new ClusterSurvey.Place(new NodeId("n1"), List.of("10.77.0.11")),
                        new ClusterSurvey.Place(new NodeId("n2"), List.of("10.77.0.12", "10.78.0.12")),
                        new ClusterSurvey.Place(new NodeId("n3"), List.of()));
        assertThat(survey.groups())
                .containsExactly(new GroupGuess(
                        new GroupId("mail"),
                        List.of("Filesystem", "dovecot", "postfix", "IPaddr2"),
                        1,
                        "what an outage of it costs; 0 where no client hangs on it",
                        List.of("10.77.0.100"),
                        List.of(new ProbeGuess("imap", "10.77.0.100", 143), new ProbeGuess("smtp", "10.77.0.100", 25)),
                        List.of(List.of("doveconf", "-n")),
                        List.of(
                                "/usr/sbin/dovecot",
                                "/usr/lib/dovecot",
                                "/usr/lib64/dovecot",
                                "/usr/libexec/dovecot",
                                "/usr/sbin/postfix",
                                "/usr/lib/postfix",
                                "/usr/libexec/postfix"),
                        List.of(new NodeId("n3"))));
    }

    @Test
    void takesPortAndFoldersFromTheAgentsParameters() {
        var group = group(database("/usr/lib/postgresql/15/bin/pg_ctl"));

        assertThat(group.probes()).containsExactly(new ProbeGuess("tcp", "10.77.0.100", 6543));
        assertThat(group.ready())
                .containsExactly(List.of(
                        "runuser",
                        "-u",
                        "postgres",
                        "--",
                        "/usr/lib/postgresql/15/bin/postgres",
                        "-C",
                        "port",
                        "-D",
                        "/etc/postgresql/15/main"));
        assertThat(group.warm()).containsExactly("/usr/lib/postgresql/15/bin", "/usr/lib/postgresql");
    }

    @Test
    void aParameterThatIsNoPlainPathMakesNoCommand() {
        for (String odd : List.of("/x/$(id)/pg_ctl", "/x/../y/pg_ctl", "/x y/pg_ctl", "-x/pg_ctl", "{config}/pg_ctl")) {
            assertThat(group(database(odd)).ready()).as(odd).isEmpty();
        }
    }

    @Test
    void aGroupWithoutAnAddressIsWeighedAndSaysSo() {
        var group = group(CIB.replace("type=\"IPaddr2\"", "type=\"Delay\""));

        assertThat(group.weight()).isEqualTo(1);
        assertThat(group.reason()).startsWith("it has no address");
        assertThat(group.probes()).isEmpty();
    }

    @Test
    void aGroupThatMustBeWithAnAddressIsAskedThere() {
        var cib = CIB.replace("type=\"IPaddr2\"", "type=\"Delay\"")
                .replace("<primitive id=\"fence\" class=\"stonith\" type=\"fence_lab\">", """
                        <primitive id="fence" class="ocf" provider="heartbeat" type="IPaddr2">
                          <instance_attributes id="a"><nvpair name="ip" value="10.77.0.7" id="b"/></instance_attributes>""")
                .replace(
                        "<constraints/>",
                        "<constraints><rsc_colocation id=\"c\" rsc=\"mail\" with-rsc=\"fence\" score=\"INFINITY\"/></constraints>");
        var groups = survey(MON, cib).groups();

        assertThat(groups).extracting(GroupGuess::id).containsExactly(new GroupId("fence"), new GroupId("mail"));
        assertThat(groups.getLast().probes()).contains(new ProbeGuess("imap", "10.77.0.7", 143));
    }

    @Test
    void whatOthersStandOnWeighsNothing() {
        var cib = CIB.replace(
                "<primitive id=\"fence\" class=\"stonith\" type=\"fence_lab\">",
                "<primitive id=\"fence\" class=\"ocf\" provider=\"pacemaker\" type=\"ping\">");

        assertThat(survey(MON, cib).groups().getFirst().weight()).isZero();
    }

    @Test
    void anAddressThatIsNoneIsPassedOver() {
        assertThat(group(CIB.replace("10.77.0.100", "$(reboot)")).addresses()).isEmpty();
    }

    @Test
    void aNodeThatIsNotBelievedIsNotTakenAtItsWord() {
        assertThat(ask(Recorded.text("no_quorum.xml"), CIB, "n1"))
                .isInstanceOfSatisfying(
                        Surveyed.NotSeen.class, not -> assertThat(not.reason()).contains("without quorum"));
    }

    @Test
    void aNodeThatIsInNoClusterSaysSo() {
        var node = new TestingShell("host", asked -> TestingShell.finished(0, asked.block("name", 102, "")));
        assertThat(Survey.ask(link(node)))
                .isInstanceOfSatisfying(
                        Surveyed.NotSeen.class,
                        not -> assertThat(not.reason()).startsWith("On host crm_node does not say"));
    }

    @Test
    void moreNodesThanAClusterHasAreRefused() {
        var more = new StringBuilder();
        for (int i = 0; i < 70; i++) {
            more.append("<node name=\"x").append(i).append("\" id=\"9\" online=\"true\" type=\"member\"/>");
        }
        assertThat(ask(MON.replace("</nodes>", more + "</nodes>"), CIB, "n1"))
                .isInstanceOfSatisfying(
                        Surveyed.NotSeen.class, not -> assertThat(not.reason()).contains("shows 73 nodes"));
    }

    @Test
    void asksWhichPathsAreThereAndBelievesNoOthers() {
        var node = new TestingShell("n1", asked -> {
            assertThat(asked.arguments()).endsWith("/a", "/b");
            return TestingShell.finished(0, asked.block("present", 0, "/b\n/etc/shadow\n"));
        });
        assertThat(Survey.present(link(node), List.of("/a", "/b"))).containsExactly("/b");
    }

    @Test
    void everyCommandThatNeedsNoParameterIsKnownBeforehand() {
        assertThat(Knowledge.shipped().fixedReady())
                .contains(List.of("doveconf", "-n"), List.of("nginx", "-t"))
                .noneMatch(command -> command.getFirst().equals("runuser"));
    }

    private static String database(String control) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("pgctl", control);
        parameters.put("config", "/etc/postgresql/15/main/postgresql.conf");
        parameters.put("pgport", "6543");
        var pairs = new ArrayList<String>();
        parameters.forEach((name, value) ->
                pairs.add("<nvpair id=\"p-" + name + "\" name=\"" + name + "\" value=\"" + value + "\"/>"));
        return CIB.replace("type=\"dovecot\"", "type=\"none\"")
                .replace(
                        "<primitive id=\"smtp\" class=\"ocf\" provider=\"heartbeat\" type=\"postfix\">",
                        "<primitive id=\"smtp\" class=\"ocf\" provider=\"heartbeat\" type=\"pgsql\"><instance_attributes id=\"p\">"
                                + String.join("", pairs) + "</instance_attributes>");
    }

    private static GroupGuess group(String cib) {
        return survey(MON, cib).groups().getLast();
    }

    private static ClusterSurvey survey(String mon, String cib) {
        return switch (ask(mon, cib, "n1")) {
            case Surveyed.Seen(ClusterSurvey survey) -> survey;
            case Surveyed.NotSeen(String reason) -> throw new AssertionError(reason);
        };
    }

    private static Surveyed ask(String mon, String cib, String name) {
        return Survey.ask(link(new TestingShell("10.77.0.11", asked -> answer(asked, mon, cib, name))));
    }

    private static Answer answer(TestingShell.Asked asked, String mon, String cib, String name) {
        return TestingShell.finished(
                0,
                asked.block("mon", 0, mon)
                        + asked.block("cib", 0, cib)
                        + asked.block("quorum", 0, Recorded.text("quorumtool.txt"))
                        + asked.block("controller", 0, "<r><crmd node_name=\"n3\" state=\"S_IDLE\" result=\"ok\"/></r>")
                        + asked.block("name", 0, name + "\n")
                        + asked.block("nodelist", 0, NODELIST));
    }

    private static NodeLink link(TestingShell shell) {
        return new NodeLink(NodeAccess.asRoot(new NodeId(shell.nodeName()), () -> shell));
    }
}
