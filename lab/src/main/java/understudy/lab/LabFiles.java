package understudy.lab;

import java.nio.file.Path;

/** Where the things of one lab lie in its folder. */
record LabFiles(Path folder) {
    Path specification() {
        return folder.resolve("lab.properties");
    }

    Path inventory() {
        return folder.resolve("inventory.yaml");
    }

    Path key() {
        return folder.resolve("key");
    }

    Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    Path sshConfiguration() {
        return folder.resolve("ssh_config");
    }

    /** What a node's disk gets, beyond the base image, before its first boot. */
    Path seed(LabNode node) {
        return folder.resolve("seed").resolve(node.name());
    }

    Path seeds() {
        return folder.resolve("seed");
    }

    Path disks() {
        return folder.resolve("disk");
    }

    /** The storage that all nodes see under {@code /srv/shared}. */
    Path shared() {
        return folder.resolve("shared");
    }

    /** The nodes' only source of packages; they see it under {@code /srv/repository}. */
    Path repository() {
        return folder.resolve("repository");
    }

    /** Orders to the power controllers; the nodes see it under {@code /srv/power}, for the fence agent. */
    Path power() {
        return folder.resolve("power");
    }

    Path run() {
        return folder.resolve("run");
    }

    Path controllerScript() {
        return folder.resolve("power-controller.sh");
    }

    Path console(LabNode node) {
        return folder.resolve(node.name() + ".console");
    }

    /** The images that all labs beside this one share. */
    Path base() {
        return folder.resolveSibling("base");
    }
}
