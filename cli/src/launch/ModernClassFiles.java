import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Gives the classes of a jar that was compiled for Java 5 the form of Java 8, with the stack maps that were added since.
 *
 * <p>A JVM verifies the old form slowly at every start and keeps it out of its cache of classes. What the classes do stays the same.
 * See docs/adr/0002. Called by the launcher: {@code java ModernClassFiles.java JAR}.
 */
final class ModernClassFiles {
    private static final int FIRST_CACHED = ClassFile.JAVA_6_VERSION;

    public static void main(String[] arguments) throws IOException {
        Path old = Path.of(arguments[0]);
        Path modern = Path.of(arguments[0] + ".modern");
        try (JarFile jar = new JarFile(old.toFile())) {
            write(jar, Collections.list(jar.entries()), modern);
        }
        Files.move(modern, old, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(JarFile jar, List<JarEntry> entries, Path modern) throws IOException {
        ClassFile classes = ClassFile.of(
                StackMapsOption.GENERATE_STACK_MAPS, ClassHierarchyResolverOption.of(hierarchyOf(jar)));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(modern))) {
            for (JarEntry entry : entries) {
                byte[] content = jar.getInputStream(entry).readAllBytes();
                out.putNextEntry(new JarEntry(entry.getName()));
                out.write(entry.getName().endsWith(".class") ? modernised(classes, content) : content);
                out.closeEntry();
            }
        }
    }

    private static byte[] modernised(ClassFile classes, byte[] content) {
        ClassModel model = classes.parse(content);
        if (model.majorVersion() >= FIRST_CACHED) {
            return content;
        }
        ClassTransform version = (builder, element) -> {
            if (element instanceof ClassFileVersion) {
                builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
            } else {
                builder.with(element);
            }
        };
        // Each instruction is handed on by itself, since a method body that is copied whole gets no stack maps.
        return classes.transformClass(
                model, version.andThen(ClassTransform.transformingMethodBodies((code, element) -> code.with(element))));
    }

    private static ClassHierarchyResolver hierarchyOf(JarFile jar) {
        ClassHierarchyResolver own = ClassHierarchyResolver.ofResourceParsing(type -> {
            String name = type.descriptorString();
            JarEntry entry = jar.getJarEntry(name.substring(1, name.length() - 1) + ".class");
            try {
                return entry == null ? null : jar.getInputStream(entry);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
        return own.orElse(ClassHierarchyResolver.defaultResolver());
    }
}
