package understudy.cli.inventory;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import understudy.core.site.MemberName;
import understudy.core.site.SiteProcedure;
import understudy.documents.Fields;

/**
 * What the inventory says of one member of a site.
 *
 * @param roles all that it is
 * @param patch what it gets instead of the site's patch
 */
record MemberEntry(List<String> roles, Optional<String> pool, List<MemberName> witnessOf, Optional<Path> patch) {
    /** Of a member of which nothing is said. */
    static final MemberEntry PLAIN = new MemberEntry(List.of(), Optional.empty(), List.of(), Optional.empty());

    /** @param cluster refuses a name that no cluster of the inventory has */
    static MemberEntry read(Fields fields, Optional<SiteProcedure> procedure, Consumer<String> cluster) {
        MemberEntry member = new MemberEntry(
                roles(fields, procedure),
                fields.optionalText("pool"),
                fields.has("witnessOf")
                        ? fields.texts("witnessOf", name -> {
                            cluster.accept(name);
                            return new MemberName(name);
                        })
                        : List.of(),
                fields.optional("patch", fields::path));
        fields.end();
        return member;
    }

    private static List<String> roles(Fields fields, Optional<SiteProcedure> procedure) {
        if (fields.has("roles")) {
            return fields.texts("roles", role -> known(role, procedure));
        }
        return fields.has("role") || procedure.isPresent()
                ? List.of(Optional.ofNullable(fields.as("role", role -> known(role, procedure)))
                        .orElse(""))
                : List.of();
    }

    private static String known(String role, Optional<SiteProcedure> procedure) {
        procedure.filter(found -> !found.roles().contains(role)).ifPresent(found -> {
            throw new IllegalArgumentException("\"" + role + "\" is no role of " + found.id() + ", which knows "
                    + String.join(", ", found.roles()));
        });
        return role;
    }
}
