package understudy.emulated.windows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import understudy.emulated.powershell.PowerShellError;
import understudy.emulated.powershell.PsObject;
import understudy.emulated.powershell.Values;
import understudy.emulated.world.WindowsNode;

/** The .NET classes that reach the node's disk, and those that digest and exclude. */
final class DotNet {
    private static final ConcurrentHashMap<String, Semaphore> MUTEXES = new ConcurrentHashMap<>();

    private final WindowsNode node;
    private final List<Mutex> mutexes = new ArrayList<>();

    DotNet(WindowsNode node) {
        this.node = node;
    }

    Optional<Object> call(String member, List<Object> arguments) throws PowerShellError {
        return switch (member) {
            case "io.file.exists" -> Optional.of(node.file(text(arguments, 0)).isPresent());
            case "io.file.readalltext" -> Optional.of(new String(content(text(arguments, 0)), StandardCharsets.UTF_8));
            case "io.file.openread" -> Optional.of(new OpenFile(content(text(arguments, 0))));
            case "io.file.writealltext" -> {
                node.write(text(arguments, 0), text(arguments, 1).getBytes(StandardCharsets.UTF_8));
                yield Optional.of(Values.NULL);
            }
            case "io.file.move" -> Optional.of(move(text(arguments, 0), text(arguments, 1)));
            case "io.file.delete" -> {
                node.delete(text(arguments, 0));
                yield Optional.of(Values.NULL);
            }
            case "io.directory.createdirectory" -> Optional.of(Values.NULL);
            case "io.directory.exists" ->
                Optional.of(!node.below(text(arguments, 0)).isEmpty());
            case "io.directory.getdirectories" -> Optional.of(folders(text(arguments, 0)));
            case "security.principal.windowsidentity.getcurrent" -> Optional.of(new Identity(node));
            case "security.principal.windowsbuiltinrole.administrator" -> Optional.of("Administrators");
            case "bitconverter.tostring" ->
                Optional.of(HexFormat.ofDelimiter("-").withUpperCase().formatHex((byte[]) arguments.getFirst()));
            default -> Optional.empty();
        };
    }

    Optional<Object> create(String type, List<Object> arguments) {
        return switch (type) {
            case "security.cryptography.sha256managed" -> Optional.of(new Sha256());
            case "security.principal.windowsprincipal" -> Optional.of(arguments.getFirst());
            case "net.webclient" -> Optional.of(new WebClient(node));
            case "threading.mutex" -> {
                var mutex = new Mutex(MUTEXES.computeIfAbsent(
                        node.name() + "@" + System.identityHashCode(node) + Values.text(arguments.get(1)),
                        _ -> new Semaphore(1)));
                mutexes.add(mutex);
                yield Optional.of(mutex);
            }
            default -> Optional.empty();
        };
    }

    /** What the session has excluded others from is theirs again. */
    void end() {
        mutexes.forEach(Mutex::release);
    }

    private byte[] content(String path) throws PowerShellError {
        return node.file(path).orElseThrow(() -> new PowerShellError("Could not find file '" + path + "'."));
    }

    private Object move(String from, String to) throws PowerShellError {
        synchronized (node) {
            var content = content(from);
            if (node.file(to).isPresent()) {
                throw new PowerShellError("Cannot create a file when that file already exists.");
            }
            node.delete(from);
            node.write(to, content);
            return Values.NULL;
        }
    }

    private List<Object> folders(String folder) {
        int length = folder.length() + 1;
        return node.below(folder).stream()
                .filter(path -> path.indexOf('\\', length) > 0)
                .<Object>map(path -> path.substring(0, path.indexOf('\\', length)))
                .distinct()
                .toList();
    }

    private static String text(List<Object> arguments, int at) {
        return Values.text(arguments.get(at));
    }

    /** Whoever has logged on. */
    private record Identity(WindowsNode node) implements PsObject {
        @Override
        public Object property(String name) {
            return name.equalsIgnoreCase("Name") ? "EXAMPLE\\exadmin" : Values.NULL;
        }

        @Override
        public Object call(String method, List<Object> arguments) throws PowerShellError {
            return method.equalsIgnoreCase("IsInRole") && arguments.equals(List.of("Administrators"))
                    ? node.machine().isAdministered()
                    : PsObject.super.call(method, arguments);
        }
    }

    /** What fetches pages. */
    private record WebClient(WindowsNode node) implements PsObject {
        @Override
        public Object property(String name) {
            return Values.NULL;
        }

        @Override
        public Object call(String method, List<Object> arguments) throws PowerShellError {
            if (!method.equalsIgnoreCase("DownloadData")) {
                return PsObject.super.call(method, arguments);
            }
            if (!node.machine().seesTheInternet()) {
                throw new PowerShellError("Unable to connect to the remote server.");
            }
            return new byte[] {1};
        }
    }

    /** A file that is read. */
    private static final class OpenFile implements PsObject {
        private final byte[] content;

        OpenFile(byte[] content) {
            this.content = content;
        }

        @Override
        public Object property(String name) {
            return name.equalsIgnoreCase("Length") ? content.length : Values.NULL;
        }

        @Override
        public Object call(String method, List<Object> arguments) throws PowerShellError {
            return method.equalsIgnoreCase("Close") ? Values.NULL : PsObject.super.call(method, arguments);
        }
    }

    /** Digests what an open file holds. */
    private record Sha256() implements PsObject {
        @Override
        public Object property(String name) {
            return Values.NULL;
        }

        @Override
        public Object call(String method, List<Object> arguments) throws PowerShellError {
            if (method.toLowerCase(Locale.ROOT).equals("computehash")
                    && arguments.getFirst() instanceof OpenFile file) {
                try {
                    return MessageDigest.getInstance("SHA-256").digest(file.content);
                } catch (NoSuchAlgorithmException impossible) {
                    throw new IllegalStateException("every JDK has SHA-256", impossible);
                }
            }
            return PsObject.super.call(method, arguments);
        }
    }

    /** One of all sessions of the node at a time. */
    private static final class Mutex implements PsObject {
        private final Semaphore semaphore;
        private boolean held;

        Mutex(Semaphore semaphore) {
            this.semaphore = semaphore;
        }

        void release() {
            if (held) {
                held = false;
                semaphore.release();
            }
        }

        @Override
        public Object property(String name) {
            return Values.NULL;
        }

        @Override
        public Object call(String method, List<Object> arguments) throws PowerShellError {
            return switch (method.toLowerCase(Locale.ROOT)) {
                case "waitone" -> {
                    semaphore.acquireUninterruptibly();
                    held = true;
                    yield true;
                }
                case "releasemutex" -> {
                    release();
                    yield Values.NULL;
                }
                default -> PsObject.super.call(method, arguments);
            };
        }
    }
}
