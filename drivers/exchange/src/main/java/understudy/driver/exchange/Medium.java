package understudy.driver.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import understudy.core.model.Patch;

/** The files of a service pack as a patch names them: at the same paths on every node. */
public final class Medium {
    private Medium() {}

    /** All files, each with its digest. */
    public static List<Patch.PatchFile> files(Patch patch) {
        return patch.content() instanceof Patch.Content.Files(List<Patch.PatchFile> files) ? files : List.of();
    }

    /** The path of its Setup.com. */
    public static Optional<String> setup(Patch patch) {
        return files(patch).stream()
                .map(Patch.PatchFile::path)
                .filter(path -> path.toLowerCase(Locale.ROOT).endsWith("setup.com"))
                .findFirst();
    }
}
