// begin: set up
import { ActorLinksApi, basic, configure, ConnectionsApi, CrmActorType, ErpActorType, ErpSyncError } from 'erpsync-client';

const configuration = configure(
    process.env.ERPSYNC_BASE_URL ?? 'http://127.0.0.1:8080',
    basic(process.env.ERPSYNC_USER ?? '', process.env.ERPSYNC_PASSWORD ?? ''),
);
// end: set up

async function main(): Promise<void> {
    // begin: link
    const links = new ActorLinksApi(configuration);
    const linked = await links.createActorLink({
        createActorLinkRequest: {
            erpConnectionId: 444,
            crmActorType: CrmActorType.Contact,
            crmRecordId: 285,
            erpActorType: ErpActorType.Customer,
            erpKey: '10042',
        },
    });
    console.log(`linked: ${linked}`);
    // end: link

    // begin: break
    const broken = await links.breakActorLink({
        breakActorLinkRequest: { erpConnectionId: 444, crmActorType: CrmActorType.Contact, crmRecordId: 285 },
    });
    console.log(`broken: ${broken}`);
    // end: break

    // begin: read
    const connection = await new ConnectionsApi(configuration).getConnection({
        getConnectionRequest: { erpConnectionId: 4711 },
        select: 'DisplayName,Active',
        soLanguage: 'en',
    });
    console.log(`connection: ${connection?.displayName ?? 'none'}`);
    // end: read

    // begin: error
    try {
        await links.connectActor({
            connectActorRequest: {
                erpConnectionId: 4711,
                crmActorType: CrmActorType.Contact,
                crmRecordId: 285,
                erpActorType: ErpActorType.Customer,
                erpKey: '10042',
            },
        });
    } catch (e) {
        if (!(e instanceof ErpSyncError)) {
            throw e;
        }
        console.log(`refused: ${e.message}`);
    }
    // end: error
}

void main();
