package understudy.driver.pacemaker.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;
import understudy.driver.pacemaker.helper.Hole;
import understudy.driver.pacemaker.observe.Cib;
import understudy.driver.pacemaker.xml.UnreadableXml;

/** Every change of the cluster's configuration that the verbs make, made by themselves with holes in it. */
public final class CibEdits {
    private static final String NODE = Hole.NODE.word();
    private static final String GROUP = Hole.GROUP.word();

    private CibEdits() {}

    /** The commands; each hole stands where calls differ. */
    public static List<List<String>> specimens() {
        List<CibEdit> all = new ArrayList<>();
        for (LedgerEntry entry : List.of(drain(), stopped())) {
            all.add(CibEdit.noMark(entry));
            all.add(CibEdit.noLocation(entry));
        }
        all.add(CibEdit.standby(cib("group"), drain(), new NodeId(NODE)));
        all.add(CibEdit.noStandby(new NodeId(NODE)));
        for (boolean promoted : List.of(false, true)) {
            all.add(CibEdit.location(drain(), GROUP, NODE, Hole.SCORE.word(), promoted));
        }
        for (String kind : List.of("primitive", "group", "clone", "master", "bundle")) {
            all.add(CibEdit.targetRole(cib(kind), stopped(), GROUP, Hole.ROLE.word()));
        }
        all.add(CibEdit.noTargetRole(GROUP));
        return all.stream().map(CibEdit::arguments).distinct().toList();
    }

    private static LedgerEntry drain() {
        return entry(LedgerEntry.Kind.DRAIN, Optional.of(new NodeId(NODE)), Optional.empty());
    }

    private static LedgerEntry stopped() {
        return entry(LedgerEntry.Kind.SETTING, Optional.empty(), Optional.of(new GroupId(GROUP)));
    }

    private static LedgerEntry entry(LedgerEntry.Kind kind, Optional<NodeId> node, Optional<GroupId> group) {
        return new LedgerEntry(Hole.ENTRY.word(), new RunId(Hole.RUN.word()), kind, node, group, "", "");
    }

    private static Cib cib(String kind) {
        try {
            return Cib.parse("a specimen", """
                    <cib><configuration>
                      <nodes><node id="%1$s" uname="%2$s"><instance_attributes id="%3$s"><nvpair id="%4$s" name="standby"
                        value="off"/></instance_attributes></node></nodes>
                      <resources><%6$s id="%5$s"><meta_attributes id="%3$s"/></%6$s></resources>
                    </configuration></cib>""".formatted(
                            Hole.NODE_ID.word(), NODE, Hole.SET.word(), Hole.PAIR.word(), GROUP, kind));
        } catch (UnreadableXml impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
