package understudy.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The storage that a lab's nodes share: one folder for each group, as it is when the lab is new. */
final class SharedStorage {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** The user of this number owns the mail in the base image. */
    private static final String MAIL_OWNER = "800:800";

    private SharedStorage() {}

    static void fill(LabSpec spec, LabFiles files, BaseImage image) {
        Folder.delete(files.shared());
        for (var group : spec.groups()) {
            var folder = Folder.make(files.shared().resolve(group.name()));
            switch (group.service()) {
                case MAIL -> Command.require(LIMIT, List.of("chown", MAIL_OWNER, folder.toString()));
                case NGINX ->
                    Folder.write(folder.resolve("index.html"), "<!doctype html><title>lab</title><p>It serves.\n");
                case POSTGRESQL -> unpack(image.database(), folder);
            }
        }
    }

    private static void unpack(Path archive, Path folder) {
        Command.require(
                LIMIT,
                List.of("tar", "-C", folder.toString(), "--numeric-owner", "--same-owner", "-xpf", archive.toString()));
    }
}
