package understudy.engine.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Puts SQLite's native library into the state directory, once for each version. Left to itself the driver unpacks a copy into
 * the common temporary folder at every start, which fails where that folder may not hold programs, lets others see a name they
 * could guess, and leaves a megabyte behind after every kill.
 */
final class NativeLibrary {
    private static final String WHERE_IT_LIES = "org.sqlite.lib.path";
    private static final String WHERE_TO_UNPACK = "org.sqlite.tmpdir";

    private NativeLibrary() {}

    /** Unpacks unless the user has said by a system property where the library lies or goes, or this JVM has done it before. */
    static synchronized void unpackInto(Path folder) throws IOException {
        if (System.getProperty(WHERE_IT_LIES) != null || System.getProperty(WHERE_TO_UNPACK) != null) {
            return;
        }
        String name = LibraryLoaderUtil.getNativeLibName();
        Path home = folder.resolve(SQLiteJDBCLoader.getVersion() + "-" + platform());
        // Which library fits is asked once only: the driver starts a process to find that out.
        if (!Files.exists(home.resolve(name)) && !unpacked(folder, home, name)) {
            return;
        }
        System.setProperty(WHERE_IT_LIES, home.toString());
    }

    private static String platform() {
        return (System.getProperty("os.name") + "-" + System.getProperty("os.arch")).replaceAll("[^A-Za-z0-9_-]", "-");
    }

    /** Not where the driver carries no library for this platform: it then looks for an installed one by itself. */
    private static boolean unpacked(Path folder, Path home, String name) throws IOException {
        try (InputStream library =
                SQLiteJDBCLoader.class.getResourceAsStream(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)) {
            if (library == null) {
                return false;
            }
            PrivateFiles.createFolder(folder);
            PrivateFiles.createFolder(home);
            unpack(library, home.resolve(name));
            return true;
        }
    }

    /** Whole or not at all: another process may be loading it at this moment. */
    private static void unpack(InputStream library, Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Path part = Files.createTempFile(file.getParent(), "unpacking-", ".part");
        try {
            Files.copy(library, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException sameMoment) {
            // Another process was as quick; its copy is as good.
            return;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
