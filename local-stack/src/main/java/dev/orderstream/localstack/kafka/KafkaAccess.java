package dev.orderstream.localstack.kafka;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.CLUSTER;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;

import dev.orderstream.events.Topic;
import dev.orderstream.localstack.Service;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/// Who may do what on Kafka. Who is not named may do nothing.
final class KafkaAccess {

    private final List<AclBinding> bindings = new ArrayList<>();

    private KafkaAccess() {}

    static List<AclBinding> all() {
        var access = new KafkaAccess();
        Arrays.stream(Service.values()).forEach(access::service);
        access.connect();
        access.operator();
        access.analyst();
        return access.bindings;
    }

    private void service(Service service) {
        var user = service.serviceName();
        for (var topic : service.reactsTo()) {
            allow(user, TOPIC, topic.topicName(), LITERAL, READ);
        }
        allow(user, TOPIC, service.replayTopic(), LITERAL, READ);
        allow(user, TOPIC, service.deadLetterTopic(), LITERAL, WRITE);
        allow(user, GROUP, user, PREFIXED, READ);
    }

    private void connect() {
        var user = KafkaUser.CONNECT;
        for (var topic : Topic.values()) {
            allow(user, TOPIC, topic.topicName(), LITERAL, WRITE);
        }
        allow(user, TOPIC, KafkaTopics.HEARTBEAT_PREFIX, PREFIXED, WRITE);
        allow(
                user,
                TOPIC,
                KafkaTopics.CONNECT_PREFIX,
                PREFIXED,
                CREATE,
                READ,
                WRITE,
                DESCRIBE_CONFIGS);
        allow(user, GROUP, user, PREFIXED, READ);
        allow(user, CLUSTER, Resource.CLUSTER_NAME, LITERAL, DESCRIBE);
    }

    /// Reads everything, redrives dead letters, starts replays, and may end what they have dealt
    /// with.
    private void operator() {
        var user = KafkaUser.OPERATOR;
        allow(user, TOPIC, "*", LITERAL, READ, DESCRIBE_CONFIGS);
        for (var service : Service.values()) {
            allow(user, TOPIC, service.replayTopic(), LITERAL, WRITE);
            allow(user, TOPIC, service.deadLetterTopic(), LITERAL, WRITE, DELETE);
        }
        allow(user, GROUP, "*", LITERAL, READ, DESCRIBE, DELETE);
        allow(user, CLUSTER, Resource.CLUSTER_NAME, LITERAL, DESCRIBE);
    }

    private void analyst() {
        var user = KafkaUser.ANALYST;
        for (var topic : Topic.values()) {
            allow(user, TOPIC, topic.topicName(), LITERAL, READ, DESCRIBE_CONFIGS);
        }
        allow(user, GROUP, user, PREFIXED, READ);
    }

    private void allow(
            String user,
            ResourceType type,
            String name,
            PatternType pattern,
            AclOperation... operations) {
        for (var operation : operations) {
            var entry =
                    new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW);
            bindings.add(new AclBinding(new ResourcePattern(type, name, pattern), entry));
        }
    }
}
