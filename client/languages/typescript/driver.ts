// Makes the calls that come as lines of JSON, and tells what came of each in a line of JSON.
import { createInterface } from 'node:readline';
import {
    basic, bearer, configure, ErpSyncError, MalformedRequestToJSON, ServiceErrorToJSON, soTicket,
    type Credentials, type MalformedRequest, type ServiceError,
} from 'erpsync-client';
import { operations, type Answer } from './dispatch';

function credentials(auth: any): Credentials | undefined {
    switch (auth?.scheme) {
        case undefined: return undefined;
        case 'Basic': return basic(auth.user, auth.password);
        case 'SoTicket': return soTicket(auth.ticket);
        case 'Bearer': return bearer(auth.token);
        default: throw new Error(`unknown scheme ${auth.scheme}`);
    }
}

function written(body: ServiceError | MalformedRequest): unknown {
    return 'errorMessage' in body ? ServiceErrorToJSON(body) : MalformedRequestToJSON(body);
}

async function call(line: string): Promise<Answer | { status: number; error: unknown } | { failure: string }> {
    try {
        const asked = JSON.parse(line);
        const operation = operations[asked.operation];
        if (operation === undefined) {
            return { failure: `no such operation: ${asked.operation}` };
        }
        const configuration = configure(asked.baseUrl, credentials(asked.auth), { timeoutMs: asked.timeoutMs });
        return await operation(configuration, asked.query ?? {}, asked.headers ?? {}, asked.body);
    } catch (e) {
        return e instanceof ErpSyncError && e.body !== undefined
            ? { status: e.status, error: written(e.body) }
            : { failure: String(e) };
    }
}

async function main(): Promise<void> {
    for await (const line of createInterface({ input: process.stdin })) {
        console.log(JSON.stringify(await call(line)));
    }
}

void main();
