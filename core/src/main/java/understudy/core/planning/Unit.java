package understudy.core.planning;

import java.util.List;
import java.util.stream.Collectors;
import understudy.core.model.Group;
import understudy.core.model.GroupId;

/**
 * Groups that share a node and therefore go over together; most units have one member.
 *
 * @param index its place in the problem
 * @param members in the snapshot's order
 * @param owner the index of the node that owns it now
 * @param weight the sum of its members' weights, which the search asks for all the time
 * @param movable false where the cluster does not manage it, or its node is in maintenance
 */
record Unit(int index, List<Group> members, int owner, int weight, boolean movable) {
    Unit {
        members = List.copyOf(members);
    }

    static Unit of(int index, List<Group> members, int owner, boolean movable) {
        int weight = members.stream().mapToInt(Group::weight).sum();
        return new Unit(index, members, owner, weight, movable);
    }

    /** The member that names the unit's steps: the first one on which clients hang. */
    Group lead() {
        return members.stream().filter(group -> group.weight() > 0).findFirst().orElse(members.getFirst());
    }

    GroupId id() {
        return lead().id();
    }

    boolean weighted() {
        return weight > 0;
    }

    String names() {
        return members.stream().map(group -> group.id().value()).collect(Collectors.joining(" and "));
    }
}
