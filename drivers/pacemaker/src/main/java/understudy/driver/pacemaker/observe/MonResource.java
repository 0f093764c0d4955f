package understudy.driver.pacemaker.observe;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import understudy.driver.pacemaker.xml.XmlElement;

/** What stands on the top level of {@code crm_mon}'s resources: one primitive, a group of them, or a clone. */
public sealed interface MonResource {
    String id();

    /** Taken out of the cluster's hands where false. */
    boolean managed();

    /** Stopped on purpose, by its target role. */
    boolean disabled();

    /** Every primitive in it, clone instances included. */
    Stream<Primitive> primitives();

    /** One managed thing. {@code nodes} are those where the cluster believes it to be active. */
    record Primitive(
            String id,
            String agent,
            String role,
            String targetRole,
            boolean active,
            boolean orphaned,
            boolean blocked,
            boolean managed,
            boolean failed,
            Optional<String> pending,
            List<String> nodes)
            implements MonResource {
        public Primitive {
            nodes = List.copyOf(nodes);
        }

        /** A device that powers nodes off. */
        public boolean isFencing() {
            return agent.startsWith("stonith:");
        }

        /** Does its work there, its first monitor included: roles are shown with their node already while it starts. */
        public boolean servesOn(String node) {
            return active
                    && !failed
                    && (role.equals("Started") || isPromoted() || role.equals("Unpromoted") || role.equals("Slave"))
                    && pending.isEmpty()
                    && nodes.contains(node);
        }

        /** It is the promoted instance of a promotable clone ({@code Master} before Pacemaker 2.1). */
        public boolean isPromoted() {
            return role.equals("Promoted") || role.equals("Master");
        }

        /** On its way to another state. */
        public boolean isChanging() {
            return pending.isPresent()
                    || role.equals("Starting")
                    || role.equals("Stopping")
                    || role.equals("Promoting")
                    || role.equals("Demoting")
                    || role.equals("Migrating");
        }

        @Override
        public boolean disabled() {
            return targetRole.equals("Stopped");
        }

        @Override
        public Stream<Primitive> primitives() {
            return Stream.of(this);
        }
    }

    /** A resource group: its members start in order, on one node. */
    record GroupOf(String id, boolean managedAsGroup, boolean disabled, List<Primitive> members)
            implements MonResource {
        public GroupOf {
            members = List.copyOf(members);
        }

        @Override
        public boolean managed() {
            return managedAsGroup && members.stream().allMatch(Primitive::managed);
        }

        @Override
        public Stream<Primitive> primitives() {
            return members.stream();
        }
    }

    /** A clone or bundle: instances on several nodes, each of one or more primitives. */
    record CloneOf(
            String id, boolean promotable, boolean managedAsClone, boolean disabled, List<List<Primitive>> instances)
            implements MonResource {
        public CloneOf {
            instances = instances.stream().map(List::copyOf).toList();
        }

        @Override
        public boolean managed() {
            return managedAsClone && primitives().allMatch(Primitive::managed);
        }

        @Override
        public Stream<Primitive> primitives() {
            return instances.stream().flatMap(List::stream);
        }
    }

    /** Reads one element of the resources; empty for what is none. */
    static Optional<MonResource> of(XmlElement element) {
        return switch (element.name()) {
            case "resource" -> Optional.of(primitive(element));
            case "group" ->
                Optional.of(new GroupOf(
                        element.attribute("id"),
                        !element.attribute("managed").equals("false"),
                        element.flag("disabled"),
                        primitivesIn(element)));
            case "clone" -> Optional.of(clone(element));
            case "bundle" ->
                Optional.of(new CloneOf(
                        element.attribute("id"),
                        false,
                        !element.attribute("managed").equals("false"),
                        element.flag("disabled"),
                        element.at("replica").map(MonResource::primitivesIn).toList()));
            default -> Optional.empty();
        };
    }

    private static CloneOf clone(XmlElement element) {
        var instances = Stream.concat(
                element.at("resource").map(one -> List.of(primitive(one))),
                element.at("group").map(MonResource::primitivesIn));
        return new CloneOf(
                element.attribute("id"),
                element.flag("multi_state"),
                !element.attribute("managed").equals("false"),
                element.flag("disabled"),
                instances.toList());
    }

    private static List<Primitive> primitivesIn(XmlElement element) {
        return element.at("resource").map(MonResource::primitive).toList();
    }

    private static Primitive primitive(XmlElement element) {
        var pending = element.attribute("pending");
        return new Primitive(
                element.attribute("id"),
                element.attribute("resource_agent"),
                element.attribute("role"),
                element.attribute("target_role"),
                element.flag("active"),
                element.flag("orphaned"),
                element.flag("blocked"),
                !element.attribute("managed").equals("false"),
                element.flag("failed"),
                pending.isEmpty() ? Optional.empty() : Optional.of(pending),
                element.at("node").map(node -> node.attribute("name")).toList());
    }
}
