package understudy.cli.init;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import understudy.cli.inventory.ClusterEntry.SshEntry;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.driver.pacemaker.survey.GroupGuess.ProbeGuess;

/**
 * All that an inventory of a cluster will say, with what was learnt when it was tried.
 *
 * @param name the cluster's name in the inventory
 * @param asked where it was asked, as the user wrote it
 * @param remote remote and guest nodes, which are left out
 */
public record Draft(
        String name, String asked, SshEntry ssh, List<NodeDraft> nodes, List<String> remote, List<GroupDraft> groups) {
    /** The same, believing the host keys in this file. */
    Draft believing(Path knownHosts) {
        SshEntry kept = new SshEntry(
                ssh.user(), ssh.port(), ssh.identity(), ssh.certificate(), ssh.agent(), knownHosts, ssh.jump());
        return new Draft(name, asked, kept, nodes, remote, groups);
    }

    /**
     * A node and where it is reached.
     *
     * @param trouble why nobody was reached there, or who else was; empty where the node itself answered
     */
    public record NodeDraft(NodeId node, String address, Optional<String> trouble) {}

    /**
     * A group with its guesses.
     *
     * @param parts the types of its agents
     * @param reason why this weight
     */
    public record GroupDraft(
            GroupId group,
            List<String> parts,
            int weight,
            String reason,
            List<String> addresses,
            List<Tried<ProbeGuess>> probes,
            List<Tried<List<String>>> ready,
            List<String> warm) {}

    /**
     * A guess that was tried.
     *
     * @param works whether it stands in the inventory; else it stands there as a comment
     * @param note what came of it
     */
    public record Tried<T>(T guess, boolean works, String note) {}
}
