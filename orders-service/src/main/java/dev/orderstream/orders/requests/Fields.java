package dev.orderstream.orders.requests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.orderstream.orders.problems.FieldCode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads the fields of one JSON object and notes all that is wrong with them.
///
/// A field that is wrong reads as an empty value; whoever reads looks at the errors before the
/// values.
public final class Fields {

    private static final int NAME_LENGTH_MAX = 64;

    private final JsonNode object;
    private final String pointer;
    private final FieldErrors errors;
    private final @Nullable Fields parent;
    private final Set<String> known = new HashSet<>();
    private boolean clean = true;

    private Fields(JsonNode object, String pointer, FieldErrors errors, @Nullable Fields parent) {
        this.object = object;
        this.pointer = pointer;
        this.errors = errors;
        this.parent = parent;
    }

    /// The body itself, which must be an object.
    public static Fields root(JsonNode node, FieldErrors errors) {
        Fields root = new Fields(node, "", errors, null);
        root.requireObject();
        return root;
    }

    /// Whether nothing was wrong so far, here and below.
    public boolean clean() {
        return clean;
    }

    /// Notes that a field breaks a rule.
    public void wrong(String name, FieldCode code, String detail) {
        if (object.isObject()) {
            note(pointer(name), code, detail);
        }
    }

    /// A text that must be there.
    public String text(String name, int lengthMax) {
        JsonNode value = required(name);
        return value == null ? "" : text(name, value, lengthMax);
    }

    /// A text that may be left out.
    public @Nullable String optionalText(String name, int lengthMax) {
        JsonNode value = optional(name);
        return value == null ? null : text(name, value, lengthMax);
    }

    /// A whole number that must be there.
    public long integer(String name, long min, long max) {
        JsonNode value = required(name);
        if (value == null) {
            return min;
        }
        if (!value.isIntegralNumber()) {
            wrong(name, FieldCode.WRONG_TYPE, "must be an integer");
            return min;
        }
        if (value.bigIntegerValue().signum() < 0
                || value.canConvertToLong() && value.longValue() < min) {
            wrong(name, FieldCode.TOO_SMALL, "must be at least " + min);
            return min;
        }
        if (!value.canConvertToLong() || value.longValue() > max) {
            wrong(name, FieldCode.TOO_LARGE, "must be at most " + max);
            return min;
        }
        return value.longValue();
    }

    /// An object that must be there.
    public Fields object(String name) {
        JsonNode value = required(name);
        if (value == null) {
            Fields missing = new Fields(MissingNode.getInstance(), pointer(name), errors, this);
            missing.clean = false;
            return missing;
        }
        return child(value, pointer(name));
    }

    /// The elements of a list of objects; none when there are too many of them.
    public List<Fields> objects(String name, int sizeMax) {
        JsonNode value = required(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            wrong(name, FieldCode.WRONG_TYPE, "must be a list");
        } else if (value.isEmpty()) {
            wrong(name, FieldCode.EMPTY, "must have at least one element");
        } else if (value.size() > sizeMax) {
            wrong(name, FieldCode.TOO_MANY_ITEMS, "must have at most " + sizeMax + " elements");
        } else {
            return IntStream.range(0, value.size())
                    .mapToObj(i -> child(value.get(i), pointer(name) + "/" + i))
                    .toList();
        }
        return List.of();
    }

    /// Refuses every field that nobody asked for.
    public void refuseOthers() {
        Iterator<String> names = object.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (!known.contains(name)) {
                String shown = name.substring(0, Math.min(name.length(), NAME_LENGTH_MAX));
                wrong(
                        shown.replace("~", "~0").replace("/", "~1"),
                        FieldCode.UNKNOWN_PROPERTY,
                        "is not a field of this object");
            }
        }
    }

    private String text(String name, JsonNode value, int lengthMax) {
        if (!value.isTextual()) {
            wrong(name, FieldCode.WRONG_TYPE, "must be a text");
            return "";
        }
        String text = value.textValue();
        if (text.isBlank()) {
            wrong(name, FieldCode.EMPTY, "must not be blank");
        } else if (text.length() > lengthMax) {
            wrong(name, FieldCode.TOO_LONG, "must have at most " + lengthMax + " characters");
        } else if (!CleanText.is(text)) {
            wrong(name, FieldCode.INVALID_CHARACTERS, "must not have control characters");
        }
        return text;
    }

    private Fields child(JsonNode value, String at) {
        Fields child = new Fields(value, at, errors, this);
        child.requireObject();
        return child;
    }

    private void requireObject() {
        if (!object.isObject()) {
            note(pointer, FieldCode.WRONG_TYPE, "must be an object");
        }
    }

    private void note(String at, FieldCode code, String detail) {
        errors.add(at, code, detail);
        for (Fields fields = this; fields != null; fields = fields.parent) {
            fields.clean = false;
        }
    }

    private String pointer(String name) {
        return pointer + "/" + name;
    }

    private @Nullable JsonNode required(String name) {
        JsonNode value = optional(name);
        if (value == null) {
            wrong(name, FieldCode.REQUIRED, "is required");
        }
        return value;
    }

    private @Nullable JsonNode optional(String name) {
        known.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
